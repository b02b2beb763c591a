package dev.strake.grammar;

import dev.strake.grammar.source.Span;
import dev.strake.grammar.source.Whitespace;
import java.util.Locale;
import java.util.Optional;

/**
 * A line that has the form of a parser directive and the name of one.
 *
 * @param name {@code syntax}, {@code escape} or {@code check}
 * @param value as written, trimmed
 * @param valueSpan where the value stands
 */
public record DirectiveLine(String name, String value, Span valueSpan) {

  /** The directive in {@code [from, to)} of a text, where a line's text behind its comment mark stands. */
  public static Optional<DirectiveLine> read(String text, int from, int to) {
    int nameStart = Whitespace.skip(text, from, to);
    int nameEnd = nameEnd(text, nameStart, to);
    int equals = Whitespace.skipBlanks(text, nameEnd, to);
    if (nameEnd == nameStart || equals == to || text.charAt(equals) != '=') {
      return Optional.empty();
    }
    String name = text.substring(nameStart, nameEnd).toLowerCase(Locale.ROOT);
    if (!name.equals("syntax") && !name.equals("escape") && !name.equals("check")) {
      return Optional.empty();
    }
    int valueStart = Whitespace.skipBlanks(text, equals + 1, to);
    int valueEnd = to;
    if (valueStart == to) {
      // A value has at least one character, so that of nothing but blanks the last one is the value.
      valueStart = to - 1;
    } else {
      while (Whitespace.isBlank(text.charAt(valueEnd - 1))) {
        valueEnd--;
      }
    }
    if (valueStart == equals) {
      return Optional.empty();
    }
    return Optional.of(
        new DirectiveLine(name, text.substring(valueStart, valueEnd), new Span(valueStart, valueEnd)));
  }

  private static int nameEnd(String text, int from, int to) {
    int at = from;
    while (at < to && (isLetter(text.charAt(at)) || at > from && isDigit(text.charAt(at)))) {
      at++;
    }
    return at;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
