package dev.strake.grammar.shell;

/** {@code ${v#p}} and {@code ${v%p}}: takes off what a pattern matches at an end. */
final class Trimming {

  private Trimming() {}

  static Substitution.Result prefix(String pattern, String value, boolean greedy) {
    return switch (GlobPattern.compile(pattern, greedy)) {
      case GlobPattern.Compiled.Invalid(String message) -> invalid(pattern, message);
      case GlobPattern.Compiled.Valid(GlobPattern glob) -> {
        int length = glob.prefix(value);
        yield Substitution.Result.of(length < 0 ? value : value.substring(length));
      }
    };
  }

  /** The shortest match at the end is the shortest at the beginning when both are read backwards. */
  static Substitution.Result suffix(String pattern, String value, boolean greedy) {
    Substitution.Result result = prefix(reversePattern(pattern), reverse(value), greedy);
    return result.text() == null ? result : Substitution.Result.of(reverse(result.text()));
  }

  static Substitution.Result invalid(String pattern, String message) {
    return Substitution.Result.error("invalid pattern (" + pattern + ") in substitution: " + message);
  }

  private static String reverse(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  /** The pattern backwards, but for the order of an escape and what it escapes. */
  private static String reversePattern(String pattern) {
    int[] points = pattern.codePoints().toArray();
    int[] reversed = new int[points.length];
    int last = points.length - 1;
    for (int i = 0; i <= last; i++) {
      int to = last - i;
      if (points[i] == '\\' && i != last) {
        reversed[to - 1] = points[i];
        reversed[to] = points[i + 1];
        i++;
      } else {
        reversed[to] = points[i];
      }
    }
    return new String(reversed, 0, reversed.length);
  }
}
