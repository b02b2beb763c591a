package dev.strake.frontend.context;

import dev.strake.llb.go.GoPath;
import dev.strake.llb.go.GoStrings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads a {@code .dockerignore} file. */
public final class IgnoreFile {

  // Go's line scanner gives up on a line that does not fit into its buffer.
  private static final int MAX_LINE = 64 * 1024;

  private IgnoreFile() {}

  /**
   * The patterns of an ignore file, cleaned, in order; comments and blank lines are left out.
   *
   * @throws IllegalArgumentException when a line is longer than 64 KiB; the message is BuildKit's
   */
  public static List<String> parse(byte[] content) {
    List<String> patterns = new ArrayList<>();
    int start = startsWithByteOrderMark(content) ? 3 : 0;
    int lineStart = 0;
    while (start < content.length) {
      int end = start;
      while (end < content.length && content[end] != '\n') {
        end++;
      }
      if (end - lineStart >= MAX_LINE) {
        throw new IllegalArgumentException("bufio.Scanner: token too long");
      }
      String line = new String(content, start, end - start, StandardCharsets.UTF_8);
      if (!line.startsWith("#")) {
        String trimmed = GoStrings.trimSpace(line);
        if (!trimmed.isEmpty()) {
          patterns.add(clean(trimmed));
        }
      }
      start = end + 1;
      lineStart = start;
    }
    return patterns;
  }

  /** The shortest form of a pattern, relative to the context. */
  private static String clean(String pattern) {
    boolean inverted = pattern.startsWith("!");
    String path = inverted ? GoStrings.trimSpace(pattern.substring(1)) : pattern;
    if (!path.isEmpty()) {
      path = GoPath.clean(path);
      path = path.length() > 1 && path.startsWith("/") ? path.substring(1) : path;
    }
    return inverted ? "!" + path : path;
  }

  private static boolean startsWithByteOrderMark(byte[] content) {
    return content.length >= 3
        && content[0] == (byte) 0xEF
        && content[1] == (byte) 0xBB
        && content[2] == (byte) 0xBF;
  }
}
