package dev.strake.frontend.lint;

import dev.strake.frontend.ast.Place;
import dev.strake.llb.go.GoQuote;
import java.util.Set;

/** Secrets are not kept in arguments and variables. */
public final class SecretsUsedInArgOrEnv extends LintRule {

  SecretsUsedInArgOrEnv() {
    super(
        "SecretsUsedInArgOrEnv",
        "Sensitive data should not be used in the ARG or ENV commands",
        "secrets-used-in-arg-or-env");
  }

  private static final Set<String> SECRET =
      Set.of(
          "apikey",
          "auth",
          "credential",
          "credentials",
          "key",
          "password",
          "pword",
          "passwd",
          "secret",
          "token");

  private static final Set<String> ALLOWED = Set.of("public", "file", "version");
  private static final int LONGEST = "credentials".length();
  private static final char LONG_S = '\u017f';
  private static final char KELVIN_SIGN = '\u212a';

  /**
   * Warns about a name that speaks of a secret.
   *
   * @param instruction {@code ARG} or {@code ENV}
   * @param key the name as the instruction ends up with
   */
  public void check(Linter linter, Place place, String instruction, String key) {
    if (hasPart(key, SECRET) && !hasPart(key, ALLOWED)) {
      String message =
          "Do not use ARG or ENV instructions for sensitive data (" + instruction + " " + GoQuote.quote(key) + ")";
      linter.report(this, place, message);
    }
  }

  private static boolean hasPart(String key, Set<String> parts) {
    int start = 0;
    while (start <= key.length()) {
      int end = key.indexOf('_', start);
      if (end < 0) {
        end = key.length();
      }
      if (end - start <= LONGEST && parts.contains(fold(key, start, end))) {
        return true;
      }
      start = end + 1;
    }
    return false;
  }

  /** The part in lower case, as a case-insensitive match of Go's sees it. */
  private static String fold(String key, int start, int end) {
    StringBuilder folded = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      folded.append(fold(key.charAt(i)));
    }
    return folded.toString();
  }

  private static char fold(char c) {
    return switch (c) {
      case LONG_S -> 's';
      case KELVIN_SIGN -> 'k';
      default -> c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    };
  }
}
