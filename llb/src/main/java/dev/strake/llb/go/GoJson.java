package dev.strake.llb.go;

/** Strings as Go's encoding/json writes them. */
public final class GoJson {
  private GoJson() {}

  /** A string with its quotes: {@code <}, {@code >}, {@code &}, U+2028 and U+2029 escaped, invalid UTF-8 as U+FFFD. */
  public static String quote(String text) {
    throw new UnsupportedOperationException(text);
  }

  /** Appends a string with its quotes. */
  public static void appendQuoted(StringBuilder out, String text) {
    throw new UnsupportedOperationException(text);
  }

  /** A list of strings without spaces, such as {@code ["a","b"]}. */
  public static String quote(java.util.List<String> texts) {
    throw new UnsupportedOperationException(texts.toString());
  }
}
