package dev.strake.bridge.buildctl.command;

/** Ends the program with a message of its own and an exit code. */
public final class ExitException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int code;

  public ExitException(String message, int code) {
    super(message);
    this.code = code;
  }

  /** The exit code. */
  public int code() {
    return code;
  }
}
