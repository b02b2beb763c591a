package dev.strake.bridge.progress;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts bytes that arrive in any pieces into lines, so that no line and no character is torn. */
final class LineBuffer {

  /** A program may print for hours without a line end. */
  private static final int MAX_LINE_BYTES = 64 * 1024;

  private final ByteArrayOutputStream open = new ByteArrayOutputStream();

  /** Takes bytes in, and returns the lines that they complete, without their line ends. */
  List<String> add(byte[] data) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < data.length; i++) {
      if (data[i] == '\n') {
        open.write(data, start, i - start);
        lines.add(take());
        start = i + 1;
      } else if (open.size() + i - start >= MAX_LINE_BYTES) {
        open.write(data, start, i - start);
        lines.add(take());
        start = i;
      }
    }
    open.write(data, start, data.length - start);
    return lines;
  }

  /** Whether a line has begun and not ended. */
  boolean isOpen() {
    return open.size() > 0;
  }

  /** The line that has begun and not ended; none where there is none. */
  List<String> finish() {
    return open.size() == 0 ? List.of() : List.of(take());
  }

  private String take() {
    String line = open.toString(StandardCharsets.UTF_8);
    open.reset();
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }
}
