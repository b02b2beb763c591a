package dev.strake.llb.go;

import java.util.List;

/** Go's {@code encoding/json}, as far as digests depend on it: how strings are written. */
public final class GoJson {

  private static final String HEX = "0123456789abcdef";

  private GoJson() {}

  /** Appends the text as a JSON string, with the escapes that {@code json.Marshal} makes, those for HTML included. */
  public static void appendString(StringBuilder json, String text) {
    json.append('"');
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isPlain(c) || isPairedSurrogate(text, i)) {
        continue;
      }
      json.append(text, done, i);
      appendEscape(json, c);
      done = i + 1;
    }
    json.append(text, done, text.length()).append('"');
  }

  /** The text as a JSON string. */
  public static String string(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2);
    appendString(json, text);
    return json.toString();
  }

  /** The text as a JSON string without the escapes for HTML, as {@code SetEscapeHTML(false)} has it. */
  public static String withoutHtmlEscapes(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isPlain(c) && !isHtml(c) && !isPairedSurrogate(text, i)) {
        json.append(text, done, i);
        appendEscape(json, c);
        done = i + 1;
      }
    }
    return json.append(text, done, text.length()).append('"').toString();
  }

  private static boolean isHtml(char c) {
    return c == '<' || c == '>' || c == '&';
  }

  /** The texts as a JSON array without spaces, such as {@code ["a","b"]}. */
  public static String strings(List<String> texts) {
    StringBuilder json = new StringBuilder("[");
    for (String text : texts) {
      if (json.length() > 1) {
        json.append(',');
      }
      appendString(json, text);
    }
    return json.append(']').toString();
  }

  private static boolean isPlain(char c) {
    if (c < 0x80) {
      return c >= ' ' && c != '"' && c != '\\' && c != '<' && c != '>' && c != '&';
    }
    return c != '\u2028' && c != '\u2029' && !Character.isSurrogate(c);
  }

  private static boolean isPairedSurrogate(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }

  private static void appendEscape(StringBuilder json, char c) {
    json.append('\\');
    switch (c) {
      case '"', '\\' -> json.append(c);
      case '\b' -> json.append('b');
      case '\f' -> json.append('f');
      case '\n' -> json.append('n');
      case '\r' -> json.append('r');
      case '\t' -> json.append('t');
      default -> {
        // Half a surrogate pair is what Go calls invalid UTF-8.
        int code = Character.isSurrogate(c) ? 0xfffd : c;
        json.append('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
          json.append(HEX.charAt(code >> shift & 0xf));
        }
      }
    }
  }
}
