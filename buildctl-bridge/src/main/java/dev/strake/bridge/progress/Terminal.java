package dev.strake.bridge.progress;

import dev.strake.bridge.host.Command;
import dev.strake.bridge.host.Signals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The window that the live display draws in. */
public interface Terminal {

  /** Columns and lines, asked for before each drawing: a window may change. */
  Size size();

  /** A terminal's size. */
  record Size(int columns, int lines) {}

  /** The terminal of this process. */
  static Terminal ofProcess() {
    return new OfProcess();
  }

  /** Asks for the size anew only when the system has told that it has changed. */
  final class OfProcess implements Terminal {

    private static final Size USUAL = new Size(80, 24);
    private static final List<String> WINDOW_CHANGED = List.of("WINCH");

    private final AtomicBoolean changed = new AtomicBoolean(true);
    private Size size = USUAL;

    private OfProcess() {
      Signals.on(WINDOW_CHANGED, () -> changed.set(true));
    }

    @Override
    public Size size() {
      if (changed.getAndSet(false)) {
        size = ask();
      }
      return size;
    }

    private static Size ask() {
      List<String> lines = new ArrayList<>();
      try {
        Command.of("sh", "-c", "stty size </dev/tty").run(lines::add);
        String[] numbers = lines.isEmpty() ? new String[0] : lines.getFirst().trim().split(" ");
        if (numbers.length == 2) {
          Size told = new Size(Integer.parseInt(numbers[1]), Integer.parseInt(numbers[0]));
          return told.columns() > 0 && told.lines() > 0 ? told : USUAL;
        }
      } catch (IOException | NumberFormatException e) {
        return USUAL;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return USUAL;
    }
  }
}
