package dev.strake.frontend.archive;

import java.io.IOException;

/** An archive that other programs can read, but not this one: what it is compressed with wants too much memory. */
public final class WindowTooLargeException extends IOException {
  private static final long serialVersionUID = 1;

  WindowTooLargeException(String message) {
    super(message);
  }
}
