package dev.strake.bridge.cli.argument;

/** The command line makes no sense. The message names the option, the remedy says what to write instead. */
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String remedy;

  public UsageException(String message, String remedy) {
    super(message);
    this.remedy = remedy;
  }

  public String remedy() {
    return remedy;
  }
}
