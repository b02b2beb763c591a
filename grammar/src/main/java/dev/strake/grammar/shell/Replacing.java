package dev.strake.grammar.shell;

/** {@code ${v/p/r}} and {@code ${v//p/r}}: replaces what a pattern matches. */
final class Replacing {

  private Replacing() {}

  static String first(GlobPattern pattern, String value, String replacement) {
    GlobPattern.Match match = pattern.find(value, 0);
    return match == null ? value : value.substring(0, match.start()) + replacement + value.substring(match.end());
  }

  /**
   * Replaces as Go's {@code ReplaceAllString}: nothing is put in where an empty match follows another match.
   *
   * @param limit a number of characters; a text that has got longer is not made further
   */
  static String all(GlobPattern pattern, String value, String replacement, int limit) {
    StringBuilder result = new StringBuilder();
    int done = 0;
    int from = 0;
    while (from <= value.length() && result.length() <= limit) {
      GlobPattern.Match match = pattern.find(value, from);
      if (match == null) {
        break;
      }
      result.append(value, done, match.start());
      if (match.end() > done || match.start() == 0) {
        appendTemplate(result, replacement, value.substring(match.start(), match.end()));
      }
      done = match.end();
      int width = from < value.length() ? Character.charCount(value.codePointAt(from)) : 1;
      from = Math.max(from + width, done);
    }
    return result.append(value, done, value.length()).toString();
  }

  /** Appends the replacement, in which Go sees {@code $0}, {@code ${name}} and {@code $$}. */
  private static void appendTemplate(StringBuilder result, String template, String match) {
    int at = 0;
    for (int dollar = template.indexOf('$'); dollar >= 0; dollar = template.indexOf('$', at)) {
      result.append(template, at, dollar);
      at = dollar + 1;
      if (at < template.length() && template.charAt(at) == '$') {
        result.append('$');
        at++;
        continue;
      }
      boolean brace = at < template.length() && template.charAt(at) == '{';
      int nameStart = brace ? at + 1 : at;
      int nameEnd = nameEnd(template, nameStart);
      boolean closed = !brace || (nameEnd < template.length() && template.charAt(nameEnd) == '}');
      if (nameEnd == nameStart || !closed) {
        result.append('$');
        continue;
      }
      // The pattern has no groups: only the whole match is there.
      if (template.substring(nameStart, nameEnd).equals("0")) {
        result.append(match);
      }
      at = brace ? nameEnd + 1 : nameEnd;
    }
    result.append(template, at, template.length());
  }

  private static int nameEnd(String template, int start) {
    int end = start;
    while (end < template.length()) {
      int c = template.codePointAt(end);
      if (!Character.isLetter(c) && !Character.isDigit(c) && c != '_') {
        break;
      }
      end += Character.charCount(c);
    }
    return end;
  }
}
