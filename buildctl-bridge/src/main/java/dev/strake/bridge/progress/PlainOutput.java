package dev.strake.bridge.progress;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A step's output on its way to a plain display, byte for byte. A line that has not ended is shown as far as it has
 * come, goes on where it stands, and is shown from its beginning once other steps have been in between.
 */
final class PlainOutput {

  /** A program may print for hours without a line end. */
  private static final int MAX_LINE_BYTES = 1 << 20;

  private final List<ByteArrayOutputStream> lines = new ArrayList<>();
  private boolean open;
  private int standing;

  /** Takes bytes in; lines that begin with them have this time in front. */
  void add(byte[] data, String time) {
    int start = 0;
    while (start < data.length) {
      int end = lineEnd(data, start);
      ByteArrayOutputStream line = open ? lines.getLast() : begin(time);
      line.write(data, start, end - start);
      open = end == data.length && line.size() < MAX_LINE_BYTES;
      start = end + 1;
    }
  }

  private static int lineEnd(byte[] data, int start) {
    int end = start;
    while (end < data.length && data[end] != '\n') {
      end++;
    }
    return end;
  }

  private ByteArrayOutputStream begin(String time) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    line.writeBytes((time + " ").getBytes(StandardCharsets.UTF_8));
    lines.add(line);
    return line;
  }

  /** Shows what is new. */
  void print(PrintStream out, String prefix) {
    for (int i = 0; i < lines.size(); i++) {
      byte[] line = lines.get(i).toByteArray();
      boolean goesOn = i == 0 && standing > 0;
      out.print(goesOn ? "" : prefix);
      int from = goesOn ? standing : 0;
      out.write(line, from, line.length - from);
      if (i < lines.size() - 1 || !open) {
        out.println();
      }
    }
    if (open) {
      lines.subList(0, lines.size() - 1).clear();
      standing = lines.getFirst().size();
    } else {
      lines.clear();
      standing = 0;
    }
  }

  /** Something else is shown next: what stands unfinished gets a line end, and comes again. */
  void leave(PrintStream out) {
    if (open) {
      out.println();
    }
    standing = 0;
  }

  /** Nothing comes any more. */
  void end(PrintStream out) {
    leave(out);
    lines.clear();
    open = false;
  }
}
