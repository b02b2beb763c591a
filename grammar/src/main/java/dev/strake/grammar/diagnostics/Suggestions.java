package dev.strake.grammar.diagnostics;

import dev.strake.grammar.source.Utf8Escapes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant. */
public final class Suggestions {

  /** Words that differ in this many characters or more have nothing to do with each other. */
  private static final int TOO_FAR = 3;

  private Suggestions() {}

  /**
   * The option nearest to {@code word}; of several as near, the first. None when no option is near, and none when the
   * word is an option up to and including the first that matches: then something else is wrong with it.
   */
  public static Optional<String> search(String word, List<String> options, boolean caseSensitive) {
    String wanted = caseSensitive ? word : word.toLowerCase(Locale.ROOT);
    String match = "";
    int nearest = TOO_FAR;
    for (String candidate : options) {
      String option = caseSensitive ? candidate : candidate.toLowerCase(Locale.ROOT);
      if (wanted.equals(option)) {
        return Optional.empty();
      }
      int distance = distance(wanted, option, nearest);
      if (distance < nearest) {
        match = caseSensitive ? option : matchCase(option, word);
        nearest = distance;
      }
    }
    return match.isEmpty() ? Optional.empty() : Optional.of(match);
  }

  /** The message, and behind it the reference's {@code (did you mean x?)} when there is a suggestion. */
  public static String withSuggestion(String message, String word, List<String> options, boolean caseSensitive) {
    return search(word, options, caseSensitive).map(match -> message + " (did you mean " + match + "?)")
        .orElse(message);
  }

  private static String matchCase(String option, String original) {
    if (!original.equals(Utf8Escapes.replaced(original))) {
      // Where bytes are not UTF-8, Go's change of case makes another text.
      return option;
    }
    if (original.equals(original.toLowerCase(Locale.ROOT))) {
      return option.toLowerCase(Locale.ROOT);
    }
    return original.equals(original.toUpperCase(Locale.ROOT)) ? option.toUpperCase(Locale.ROOT) : option;
  }

  /** The number of code points to insert, take out or replace, or {@code limit} when it is not less than that. */
  static int distance(String a, String b, int limit) {
    int[] left = a.codePoints().toArray();
    int[] right = b.codePoints().toArray();
    // A length that differs by the limit already needs as many insertions: no row is computed for a word of any length.
    if (Math.abs(left.length - right.length) >= limit) {
      return limit;
    }
    int[] above = new int[right.length + 1];
    int[] row = new int[right.length + 1];
    for (int j = 0; j <= right.length; j++) {
      above[j] = j;
    }
    for (int i = 1; i <= left.length; i++) {
      row[0] = i;
      for (int j = 1; j <= right.length; j++) {
        int replaced = above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
      }
      int[] done = above;
      above = row;
      row = done;
    }
    return Math.min(above[right.length], limit);
  }
}
