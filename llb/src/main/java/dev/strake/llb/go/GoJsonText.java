package dev.strake.llb.go;

import java.nio.charset.StandardCharsets;

/**
 * The inside of a JSON string as text. As in Go, each byte that is not part of a character in UTF-8 becomes U+FFFD, and
 * so does an escaped half of a surrogate pair.
 */
final class GoJsonText {

  private static final char UNKNOWN = '\ufffd';
  private static final int ESCAPE = 6;
  private static final int HEX = 16;

  private final byte[] json;
  private final int end;
  private int at;

  /** The escapes between the two offsets must be right. */
  GoJsonText(byte[] json, int start, int end) {
    this.json = json;
    this.end = end;
    this.at = start;
  }

  String decode() {
    int plain = at;
    while (plain < end && json[plain] >= 0 && json[plain] != '\\') {
      plain++;
    }
    if (plain == end) {
      return new String(json, at, end - at, StandardCharsets.ISO_8859_1);
    }
    StringBuilder text = new StringBuilder(end - at);
    while (at < end) {
      text.appendCodePoint(json[at] == '\\' ? escaped() : character());
    }
    return text.toString();
  }

  private int escaped() {
    char kind = (char) json[at + 1];
    if (kind == 'u') {
      int first = hexadecimal(at);
      at += ESCAPE;
      if (!Character.isSurrogate((char) first)) {
        return first;
      }
      if (Character.isHighSurrogate((char) first) && at + ESCAPE <= end && json[at] == '\\' && json[at + 1] == 'u'
          && Character.isLowSurrogate((char) hexadecimal(at))) {
        at += ESCAPE;
        return Character.toCodePoint((char) first, (char) hexadecimal(at - ESCAPE));
      }
      return UNKNOWN;
    }
    at += 2;
    return switch (kind) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> kind;
    };
  }

  private int hexadecimal(int escape) {
    int value = 0;
    for (int i = escape + 2; i < escape + ESCAPE; i++) {
      value = HEX * value + Character.digit(json[i], HEX);
    }
    return value;
  }

  private int character() {
    int first = json[at] & 0xff;
    int length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    int value = length < 2 ? first : first & (0x7f >> length);
    for (int i = 1; i < length; i++) {
      int next = at + i < end ? json[at + i] : 0;
      if ((next & 0xc0) != 0x80) {
        length = 0;
      }
      value = value << 6 | next & 0x3f;
    }
    boolean valid = switch (length) {
      case 0 -> false;
      case 3 -> value >= 0x800 && !Character.isSurrogate((char) value);
      case 4 -> value >= Character.MIN_SUPPLEMENTARY_CODE_POINT && value <= Character.MAX_CODE_POINT;
      default -> true;
    };
    at += valid ? length : 1;
    return valid ? value : UNKNOWN;
  }
}
