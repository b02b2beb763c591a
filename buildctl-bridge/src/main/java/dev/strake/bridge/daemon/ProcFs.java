package dev.strake.bridge.daemon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Processes and mounts as /proc shows them. A process that ends while it is read reads as gone. */
final class ProcFs {

  private static final Path PROC = Path.of("/proc");

  private ProcFs() {}

  /** Whether the process runs; one that has ended but was not yet waited for does not. */
  static boolean runs(long pid) {
    String stat = read(PROC.resolve(pid + "/stat"));
    // The name in parentheses may hold anything; the state is the letter behind the last parenthesis.
    int name = stat.lastIndexOf(')');
    return name >= 0 && name + 2 < stat.length() && "ZX".indexOf(stat.charAt(name + 2)) < 0;
  }

  /** Whether the process's command line holds {@code word} as one of its words. */
  static boolean hasWord(long pid, String word) {
    return ("\0" + read(PROC.resolve(pid + "/cmdline"))).contains("\0" + word + "\0");
  }

  /** The processes whose command line holds {@code word} as one of its words. */
  static List<Long> withWord(String word) throws IOException {
    List<Long> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path entry : entries) {
        long pid = Long.parseLong(entry.getFileName().toString());
        if (hasWord(pid, word) && runs(pid)) {
          found.add(pid);
        }
      }
    }
    return found;
  }

  /** Mount points below {@code folder}, the innermost and latest first. */
  static List<String> mountsBelow(Path folder) {
    List<String> found = new ArrayList<>();
    for (String line : read(PROC.resolve("self/mountinfo")).split("\n")) {
      String[] fields = line.split(" ");
      if (fields.length > 4 && Path.of(unescape(fields[4])).startsWith(folder)) {
        found.addFirst(unescape(fields[4]));
      }
    }
    return found;
  }

  /** The kernel writes a space in a path as {@code \040}. */
  private static String unescape(String field) {
    return field.replace("\\040", " ");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }
}
