package dev.strake.bridge.cli.progress;

import dev.strake.bridge.host.Command;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the live display needs to know of the terminal. */
public interface Terminal {

  /** Columns and lines, asked for before each drawing: a window may change. */
  Size size();

  /** Whether colours are welcome. */
  boolean colors();

  /** A terminal's size. */
  record Size(int columns, int lines) {}

  /**
   * The terminal of this process.
   *
   * @param colors false where NO_COLOR is set
   */
  static Terminal ofProcess(boolean colors) {
    return new Terminal() {
      @Override
      public Size size() {
        return sttySize();
      }

      @Override
      public boolean colors() {
        return colors;
      }
    };
  }

  private static Size sttySize() {
    Size usual = new Size(80, 24);
    List<String> lines = new ArrayList<>();
    try {
      Command.of("sh", "-c", "stty size </dev/tty").run(lines::add);
      String[] numbers = lines.isEmpty() ? new String[0] : lines.getFirst().trim().split(" ");
      if (numbers.length == 2) {
        Size told = new Size(Integer.parseInt(numbers[1]), Integer.parseInt(numbers[0]));
        return told.columns() > 0 && told.lines() > 0 ? told : usual;
      }
    } catch (IOException | NumberFormatException e) {
      return usual;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return usual;
  }
}
