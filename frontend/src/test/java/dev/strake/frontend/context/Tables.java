package dev.strake.frontend.context;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Tables of tab-separated cells, each beside its test. */
public final class Tables {

  private Tables() {}

  public static List<String[]> read(Class<?> test, String name) throws IOException {
    try (InputStream table = Objects.requireNonNull(test.getResourceAsStream(name))) {
      String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().map(line -> line.split("\t", -1)).toList();
    }
  }
}
