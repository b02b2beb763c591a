package dev.strake.grammar.source;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 as text and back without a loss: a byte that is not UTF-8, {@code 0x80} to {@code 0xFF}, becomes the lone
 * surrogate {@code U+DC80} to {@code U+DCFF}, which no valid text holds. BuildKit keeps such bytes in some places and
 * makes U+FFFD of them in others, one for each byte, as {@link #replaced} does.
 *
 * <pre>{@code
 * String text = Utf8Escapes.decode(bytes);
 * assert Arrays.equals(bytes, Utf8Escapes.encode(text));
 * }</pre>
 */
public final class Utf8Escapes {

  private static final char REPLACEMENT = '\uFFFD';
  private static final int FIRST = 0xDC00;
  private static final int CHUNK = 8192;

  private Utf8Escapes() {}

  /** The text of these bytes. */
  public static String decode(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    // The usual decoder puts U+FFFD where it fails.
    return text.indexOf(REPLACEMENT) < 0 ? text : escaped(bytes, text.length());
  }

  private static String escaped(byte[] bytes, int length) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(CHUNK);
    StringBuilder text = new StringBuilder(length);
    boolean more = true;
    while (more) {
      CoderResult result = decoder.decode(in, out, true);
      text.append(out.flip());
      out.clear();
      if (result.isError()) {
        for (int i = 0; i < result.length(); i++) {
          text.append((char) (FIRST | in.get() & 0xFF));
        }
      }
      more = !result.isUnderflow();
    }
    return text.toString();
  }

  /** The bytes that the text was decoded from; for a text without lone surrogates, its UTF-8. */
  public static byte[] encode(String text) {
    int lone = nextLone(text, 0);
    if (lone == text.length()) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    int done = 0;
    while (lone < text.length()) {
      bytes.writeBytes(text.substring(done, lone).getBytes(StandardCharsets.UTF_8));
      bytes.write(text.charAt(lone));
      done = lone + 1;
      lone = nextLone(text, done);
    }
    bytes.writeBytes(text.substring(done).getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  /** The UTF-8 of one character, each byte that is not ASCII as if it stood alone. */
  public static String bytesOf(int codePoint) {
    String character = Character.toString(codePoint);
    if (codePoint < 0x80 || nextLone(character, 0) == 0) {
      return character;
    }
    StringBuilder bytes = new StringBuilder(4);
    for (byte each : character.getBytes(StandardCharsets.UTF_8)) {
      bytes.append((char) (FIRST | each & 0xFF));
    }
    return bytes.toString();
  }

  /** The text for people and for what takes valid text only: U+FFFD for each byte that is not UTF-8. */
  public static String replaced(String text) {
    int lone = nextLone(text, 0);
    if (lone == text.length()) {
      return text;
    }
    StringBuilder valid = new StringBuilder(text);
    while (lone < text.length()) {
      valid.setCharAt(lone, REPLACEMENT);
      lone = nextLone(text, lone + 1);
    }
    return valid.toString();
  }

  /** Where the next half of a surrogate pair stands; the text's length where there is none. */
  private static int nextLone(String text, int from) {
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (Character.isBmpCodePoint(text.codePointAt(i))) {
          return i;
        }
        i++;
      }
      i++;
    }
    return i;
  }
}
