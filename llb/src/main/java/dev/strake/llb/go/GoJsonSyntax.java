package dev.strake.llb.go;

import java.io.EOFException;
import java.io.IOException;
import java.util.BitSet;
import java.util.Optional;

/**
 * The syntax of JSON as Go's {@code encoding/json} checks it before it decodes anything, with Go's words for what is
 * wrong. Linear, with a bit for each level of nesting.
 *
 * <pre>{@code
 * GoJsonSyntax.problem(text.getBytes(UTF_8)).ifPresent(why -> report("failed to read it: " + why));
 * }</pre>
 */
public final class GoJsonSyntax {

  private static final int MAX_DEPTH = 10_000;
  private static final int HEX_DIGITS = 4;

  private final byte[] json;
  // Bit n is set where the structure at depth n is an object.
  private final BitSet objects = new BitSet();
  private int depth;
  private int at;

  private GoJsonSyntax(byte[] json) {
    this.json = json;
  }

  /** What is wrong with the text, such as {@code unexpected end of JSON input}; empty where it is JSON. */
  public static Optional<String> problem(byte[] json) {
    try {
      new GoJsonSyntax(json).document();
      return Optional.empty();
    } catch (SyntaxFailure failure) {
      return Optional.of(String.valueOf(failure.getMessage()));
    }
  }

  /**
   * Where the first value of a text ends, whatever is behind it.
   *
   * @throws IOException when there is none, or it is not over; the message is that of Go's {@code json.Decoder}
   */
  static int endOfFirst(byte[] json) throws IOException {
    GoJsonSyntax syntax = new GoJsonSyntax(json);
    syntax.skipSpace();
    if (syntax.at == json.length) {
      throw new EOFException("EOF");
    }
    try {
      syntax.whole();
      return syntax.at;
    } catch (SyntaxFailure failure) {
      throw new IOException(failure.early() ? "unexpected EOF" : String.valueOf(failure.getMessage()));
    }
  }

  private void document() {
    whole();
    skipSpace();
    if (at < json.length) {
      throw invalid("after top-level value");
    }
  }

  private void whole() {
    boolean open = true;
    while (open) {
      value();
      open = toNextValue();
    }
  }

  /** Reads a value that is no structure, or an empty one, behind the beginnings of those it is the first in. */
  private void value() {
    char c = next();
    while (c == '{' || c == '[') {
      if (open(c)) {
        return;
      }
      c = next();
    }
    switch (c) {
      case '"' -> string();
      case 't' -> literal("true");
      case 'f' -> literal("false");
      case 'n' -> literal("null");
      default -> number(c);
    }
  }

  /** Reads a structure's beginning, up to its first value; true where it has none and is over. */
  private boolean open(char c) {
    boolean object = c == '{';
    if (++depth > MAX_DEPTH) {
      throw invalid("exceeded max depth");
    }
    at++;
    objects.set(depth, object);
    if (next() == (object ? '}' : ']')) {
      at++;
      depth--;
      return true;
    }
    if (object) {
      key();
    }
    return false;
  }

  /** Goes on behind a value: whether there is another one to read. */
  private boolean toNextValue() {
    while (depth > 0) {
      char c = next();
      boolean object = objects.get(depth);
      if (c == ',') {
        at++;
        if (object) {
          key();
        }
        return true;
      }
      if (c != (object ? '}' : ']')) {
        throw invalid(object ? "after object key:value pair" : "after array element");
      }
      at++;
      depth--;
    }
    return false;
  }

  private void key() {
    if (next() != '"') {
      throw invalid("looking for beginning of object key string");
    }
    string();
    if (next() != ':') {
      throw invalid("after object key");
    }
    at++;
  }

  private void string() {
    at++;
    while (current() != '"') {
      if (at == json.length) {
        throw new SyntaxFailure();
      }
      if (current() < ' ') {
        throw invalid("in string literal");
      }
      if (current() == '\\') {
        at++;
        escape();
      }
      at++;
    }
    at++;
  }

  private void escape() {
    if (current() == 'u') {
      for (int i = 0; i < HEX_DIGITS; i++) {
        at++;
        if (Character.digit(current(), 16) < 0) {
          throw invalid("in \\u hexadecimal character escape");
        }
      }
    } else if ("bfnrt\\/\"".indexOf(current()) < 0) {
      throw invalid("in string escape code");
    }
  }

  private void literal(String word) {
    for (int i = 1; i < word.length(); i++) {
      at++;
      if (current() != word.charAt(i)) {
        throw invalid("in literal " + word + " (expecting '" + word.charAt(i) + "')");
      }
    }
    at++;
  }

  private void number(char first) {
    if (first != '-' && !isDigit(first)) {
      throw invalid("looking for beginning of value");
    }
    if (first == '-') {
      at++;
    }
    if (current() == '0') {
      at++;
    } else {
      digits("in numeric literal");
    }
    if (current() == '.') {
      at++;
      digits("after decimal point in numeric literal");
    }
    if (current() == 'e' || current() == 'E') {
      at++;
      if (current() == '+' || current() == '-') {
        at++;
      }
      digits("in exponent of numeric literal");
    }
  }

  private void digits(String context) {
    if (!isDigit(current())) {
      throw invalid(context);
    }
    while (isDigit(current())) {
      at++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The next character that is no white space. */
  private char next() {
    skipSpace();
    if (at == json.length) {
      throw new SyntaxFailure();
    }
    return current();
  }

  private void skipSpace() {
    while (at < json.length && (json[at] == ' ' || json[at] == '\t' || json[at] == '\r' || json[at] == '\n')) {
      at++;
    }
  }

  /** The byte as a character; behind the end a blank, as Go has it. */
  private char current() {
    return at < json.length ? (char) (json[at] & 0xff) : ' ';
  }

  private SyntaxFailure invalid(String context) {
    char c = current();
    String quoted =
        switch (c) {
          case '\'' -> "\\'";
          case '"' -> "\"";
          default -> {
            String inQuotes = GoQuote.quote(String.valueOf(c));
            yield inQuotes.substring(1, inQuotes.length() - 1);
          }
        };
    return new SyntaxFailure("invalid character '" + quoted + "' " + context);
  }

  /** Ends the reading. */
  private static final class SyntaxFailure extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final String EARLY = "unexpected end of JSON input";

    SyntaxFailure() {
      this(EARLY);
    }

    SyntaxFailure(String message) {
      super(message, null, false, false);
    }

    boolean early() {
      return EARLY.equals(getMessage());
    }
  }
}
