package dev.strake.bridge.buildctl;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** What a frontend answers to a request that builds nothing. */
final class SubrequestAnswer {

  private static final String TEXT = "result.txt";
  private static final String PREFIX = "result.";

  private boolean expected;
  private volatile Map<String, byte[]> metadata = Map.of();

  /** The build is a question; without this, it is none, and nothing is printed. */
  void expect() {
    expected = true;
  }

  /** Takes what a build's result says of itself. */
  void keep(Map<String, byte[]> told) {
    if (expected) {
      metadata = Map.copyOf(told);
    }
  }

  /** Prints its text where it has one, else all that it has. */
  void print(PrintStream out) {
    byte[] text = metadata.get(TEXT);
    if (text != null) {
      out.print(new String(text, StandardCharsets.UTF_8));
      return;
    }
    new TreeMap<>(metadata)
        .forEach(
            (key, value) -> {
              if (key.startsWith(PREFIX)) {
                out.print(key + "\n" + new String(value, StandardCharsets.UTF_8) + "\n");
              }
            });
  }
}
