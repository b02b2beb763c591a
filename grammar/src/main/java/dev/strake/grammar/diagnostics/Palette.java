package dev.strake.grammar.diagnostics;

/**
 * The escape sequences that a rendered diagnostic is coloured with.
 *
 * @param error in front of what belongs to an error
 * @param warning in front of what belongs to a warning
 * @param note in front of labels
 * @param frame in front of line numbers and the frame
 * @param strong in front of the message
 * @param reset behind each of them
 */
public record Palette(String error, String warning, String note, String frame, String strong, String reset) {

  /** No colours. */
  public static final Palette PLAIN = new Palette("", "", "", "", "", "");

  /** The colours of a terminal. */
  public static final Palette ANSI =
      new Palette("\033[1;31m", "\033[1;33m", "\033[1;36m", "\033[34m", "\033[1m", "\033[0m");

  String of(Severity severity) {
    return switch (severity) {
      case ERROR -> error;
      case WARNING -> warning;
    };
  }
}
