package dev.strake.bridge.option;

/**
 * An option's value makes no sense. The message is the reference's sentence; the help says what to write instead, for
 * who has more to say than the reference.
 */
public final class OptionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String help;

  OptionException(String message, String help) {
    super(message);
    this.help = help;
  }

  /** Such as {@code add dest=FILE}. */
  public String help() {
    return help;
  }
}
