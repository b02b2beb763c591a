package dev.strake.llb.go;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/**
 * Go's {@code base64.StdEncoding}: line ends between the letters do not matter, and an error tells the byte.
 *
 * <pre>{@code
 * Optional<byte[]> bytes = GoBase64.decode("aGVsbG8=").value();
 * }</pre>
 */
public final class GoBase64 {

  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final int QUANTUM = 4;
  private static final int BITS = 6;

  private final byte[] text;
  private int at;

  private GoBase64(String text) {
    this.text = text.getBytes(UTF_8);
  }

  /** The bytes; or what is wrong, in Go's words, and nothing of the text. */
  public static GoResult<byte[]> decode(String text) {
    GoBase64 decoder = new GoBase64(text);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int corrupt = -1;
    while (corrupt < 0 && decoder.at < decoder.text.length) {
      corrupt = decoder.quantum(bytes);
    }
    return corrupt < 0
        ? GoResult.of(bytes.toByteArray())
        : GoResult.error("illegal base64 data at input byte " + corrupt);
  }

  /** Reads up to four letters; gives the place of what is wrong, or a number below 0. */
  private int quantum(ByteArrayOutputStream bytes) {
    int value = 0;
    int letters = 0;
    boolean padded = false;
    while (letters < QUANTUM && !padded) {
      if (at == text.length) {
        return letters == 0 ? -1 : at - letters;
      }
      byte next = text[at++];
      int letter = LETTERS.indexOf(next);
      if (letter >= 0) {
        value = value << BITS | letter;
        letters++;
      } else if (next == '=') {
        int corrupt = padding(letters);
        if (corrupt >= 0) {
          return corrupt;
        }
        padded = true;
      } else if (!isLineEnd(next)) {
        return at - 1;
      }
    }
    value <<= BITS * (QUANTUM - letters);
    for (int i = 1; i < letters; i++) {
      bytes.write(value >> 24 - 8 * i);
    }
    return padded && at < text.length ? at : -1;
  }

  /** Behind a first {@code =}. */
  private int padding(int letters) {
    if (letters < 2) {
      return at - 1;
    }
    if (letters == 2) {
      skipLineEnds();
      if (at == text.length) {
        return at;
      }
      if (text[at] != '=') {
        return at - 1;
      }
      at++;
    }
    skipLineEnds();
    return -1;
  }

  private void skipLineEnds() {
    while (at < text.length && isLineEnd(text[at])) {
      at++;
    }
  }

  private static boolean isLineEnd(byte c) {
    return c == '\n' || c == '\r';
  }
}
