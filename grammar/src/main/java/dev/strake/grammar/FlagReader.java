package dev.strake.grammar;

import dev.strake.grammar.source.Utf8Escapes;
import dev.strake.grammar.source.Whitespace;

/**
 * Reads the {@code --flags} between a keyword and its arguments. Not thread-safe.
 *
 * <p>The reference reads them byte by byte, each byte a character. So a character that is not ASCII comes out as the
 * Latin-1 characters of its UTF-8 bytes, and one that holds the byte 0x85 or 0xA0 ends the flag like a blank, with the
 * bytes behind it left over for what follows.
 *
 * <pre>{@code
 * FlagReader flag = new FlagReader();
 * int end = flag.read("--chown='1:1' a b", 0, 17, '\\'); // 13
 * flag.word(); // --chown=1:1
 * }</pre>
 */
public final class FlagReader {

  private final StringBuilder word = new StringBuilder();
  private String rest = "";

  /** The flag that was read last, without its quotes and escapes. */
  public String word() {
    return word.toString();
  }

  /** Whether nothing but two dashes was read, behind which there are no flags. */
  boolean isEnd() {
    return word.length() == 2;
  }

  /** What is left of the last character of the flag that was read last, in the manner of {@link Utf8Escapes}. */
  public String rest() {
    return rest;
  }

  /** Reads the flag that starts at {@code from}, and gives its end. */
  public int read(CharSequence text, int from, int to, char escape) {
    word.setLength(0);
    rest = "";
    char quote = 0;
    int at = from;
    while (at < to) {
      char c = text.charAt(at);
      if (quote == 0 && Whitespace.isSpaceByte(c)) {
        return at;
      }
      if (quote == 0 ? c == '\'' || c == '"' : c == quote) {
        quote = quote == 0 ? c : 0;
        at++;
        continue;
      }
      if (c == escape && ++at == to) {
        break;
      }
      int codePoint = Character.codePointAt(text, at);
      at += Character.charCount(codePoint);
      if (codePoint < 0x80) {
        word.append((char) codePoint);
      } else if (appendBytes(Utf8Escapes.bytesOf(codePoint), quote != 0)) {
        return at;
      }
    }
    return to;
  }

  /** Appends the bytes of a character, up to one that is a space where these count; says whether there was one. */
  private boolean appendBytes(String bytes, boolean quoted) {
    // The first byte is none, or one that is escaped.
    int end = quoted ? bytes.length() : Whitespace.findSpaceByte(bytes, 1);
    for (int i = 0; i < end; i++) {
      word.append((char) (bytes.charAt(i) & 0xFF));
    }
    rest = bytes.substring(Whitespace.skipSpaceBytes(bytes, end, bytes.length()));
    return end < bytes.length();
  }
}
