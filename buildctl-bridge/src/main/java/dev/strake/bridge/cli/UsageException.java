package dev.strake.bridge.cli;

/** The command line makes no sense. The message names the option, the remedy says what to write instead. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String remedy;

  UsageException(String message, String remedy) {
    super(message);
    this.remedy = remedy;
  }

  String remedy() {
    return remedy;
  }
}
