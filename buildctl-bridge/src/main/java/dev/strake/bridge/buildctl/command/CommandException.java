package dev.strake.bridge.buildctl.command;

/** A command cannot do what it was asked for; the message is the reference's. */
public final class CommandException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CommandException(String message) {
    super(message);
  }
}
