package dev.strake.llb.go;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Reads JSON token by token, and takes for JSON what Go's {@code encoding/json} takes. The whole text is checked before
 * the first token is given, so a text with a mistake at its end gives none. Linear, and as deep as Go goes. Not
 * thread-safe.
 *
 * <pre>{@code
 * GoJsonReader json = GoJsonReader.of(bytes);
 * json.next();
 * while (json.next() == Token.NAME) {
 *   String name = json.text();
 *   if (json.next() == Token.STRING) {
 *     values.put(name, json.text());
 *   } else {
 *     json.skipValue();
 *   }
 * }
 * }</pre>
 */
public final class GoJsonReader {

  /** What the reader can stand at. {@code WHOLE} is a number without point and exponent. */
  public enum Token {
    OBJECT, END_OBJECT, ARRAY, END_ARRAY, NAME, STRING, WHOLE, DECIMAL, TRUE, FALSE, NULL, END;

    /** Whether it is a value by itself. */
    public boolean isScalar() {
      return switch (this) {
        case STRING, WHOLE, DECIMAL, TRUE, FALSE, NULL -> true;
        case OBJECT, END_OBJECT, ARRAY, END_ARRAY, NAME, END -> false;
      };
    }
  }

  private final byte[] json;
  // Bit n is set where the structure at depth n is an object.
  private final BitSet objects = new BitSet();
  private int depth;
  private boolean atName;
  private Token current = Token.END;
  private int start;
  private int at;

  private GoJsonReader(byte[] json) {
    this.json = json;
  }

  /**
   * A reader in front of the first token. The bytes are not copied.
   *
   * @throws IOException when this is no JSON; the message is Go's
   */
  public static GoJsonReader of(byte[] json) throws IOException {
    String problem = GoJsonSyntax.problem(json).orElse("");
    if (!problem.isEmpty()) {
      throw new IOException(problem);
    }
    return new GoJsonReader(json);
  }

  /**
   * A reader of the first value of a text, whatever is behind it.
   *
   * @throws IOException when the text does not begin with JSON; the message is that of Go's {@code json.Decoder}
   */
  public static GoJsonReader ofFirst(byte[] json) throws IOException {
    return new GoJsonReader(Arrays.copyOf(json, GoJsonSyntax.endOfFirst(json)));
  }

  /** Whether Go's {@code json.Decoder} takes what is behind the first value for another one. */
  public static boolean hasMore(byte[] json) throws IOException {
    int at = GoJsonSyntax.endOfFirst(json);
    while (at < json.length && json[at] <= ' ') {
      at++;
    }
    return at < json.length && json[at] != ']' && json[at] != '}';
  }

  /** Goes on to the next token, and gives it; {@link Token#END} behind the last. */
  public Token next() {
    toToken();
    start = at;
    current = at == json.length ? Token.END : read((char) json[at]);
    return current;
  }

  /** The token that was read last; {@link Token#END} before the first. */
  public Token current() {
    return current;
  }

  /** Skips white space and the marks between tokens, which are where they must be. */
  private void toToken() {
    while (at < json.length) {
      switch (json[at]) {
        case ' ', '\t', '\r', '\n', ':' -> at++;
        case ',' -> {
          atName = objects.get(depth);
          at++;
        }
        default -> {
          return;
        }
      }
    }
  }

  private Token read(char first) {
    return switch (first) {
      case '{', '[' -> {
        objects.set(++depth, first == '{');
        atName = first == '{';
        at++;
        yield first == '{' ? Token.OBJECT : Token.ARRAY;
      }
      case '}', ']' -> {
        depth--;
        at++;
        yield first == '}' ? Token.END_OBJECT : Token.END_ARRAY;
      }
      case '"' -> {
        at = endOfString(at + 1);
        boolean name = atName;
        atName = false;
        yield name ? Token.NAME : Token.STRING;
      }
      case 't' -> word("true", Token.TRUE);
      case 'f' -> word("false", Token.FALSE);
      case 'n' -> word("null", Token.NULL);
      default -> number();
    };
  }

  private Token word(String word, Token token) {
    at += word.length();
    return token;
  }

  private int endOfString(int from) {
    int end = from;
    while (json[end] != '"') {
      end += json[end] == '\\' ? 2 : 1;
    }
    return end + 1;
  }

  private Token number() {
    Token token = Token.WHOLE;
    while (at < json.length && "+-.0123456789eE".indexOf(json[at]) >= 0) {
      if (json[at] == '.' || json[at] == 'e' || json[at] == 'E') {
        token = Token.DECIMAL;
      }
      at++;
    }
    return token;
  }

  /** A name's or a string's text; of every other token what stands there. What is no text becomes U+FFFD, as in Go. */
  public String text() {
    if (current == Token.NAME || current == Token.STRING) {
      return new GoJsonText(json, start + 1, at - 1).decode();
    }
    return new GoJsonText(json, start, at).decode();
  }

  /**
   * The number that the reader stands at.
   *
   * @throws IOException when it is not whole, or has no place in 64 bits
   */
  public long number64() throws IOException {
    try {
      if (current == Token.WHOLE) {
        return Long.parseLong(text());
      }
    } catch (NumberFormatException tooLarge) {
      // Told below.
    }
    throw new IOException("not a whole number of 64 bits: " + text());
  }

  /**
   * The number that the reader stands at.
   *
   * @throws IOException when it is not whole, or has no place in 32 bits
   */
  public int number32() throws IOException {
    long number = number64();
    if (number != (int) number) {
      throw new IOException("not a whole number of 32 bits: " + text());
    }
    return (int) number;
  }

  /**
   * The bytes that the string at which the reader stands is the Base64 of.
   *
   * @throws IOException when it is not; the message is Go's
   */
  public byte[] bytes() throws IOException {
    GoResult<byte[]> bytes = GoBase64.decode(text());
    return bytes.value().orElseThrow(() -> new IOException(bytes.errorMessage()));
  }

  /** At a structure's beginning, goes on to its end; elsewhere the value is over as it is. */
  public void skipValue() {
    if (current == Token.OBJECT || current == Token.ARRAY) {
      int outside = depth - 1;
      while (depth > outside) {
        next();
      }
    }
  }
}
