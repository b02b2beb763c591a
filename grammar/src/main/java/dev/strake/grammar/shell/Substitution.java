package dev.strake.grammar.shell;

import org.jspecify.annotations.Nullable;

/** A {@code ${name...}} whose words are being read. */
sealed interface Substitution {

  String name();

  /** The message where the text ends in the middle of this one. */
  String missing();

  /** What becomes of a substitution: a text, or an error. Exactly one is there. */
  record Result(@Nullable String text, @Nullable String error) {
    static Result of(String text) {
      return new Result(text, null);
    }

    static Result error(String message) {
      return new Result(null, message);
    }
  }

  /**
   * {@code ${name:-word}} and the like.
   *
   * @param modifier as written, {@code :-}
   */
  record Operator(String name, String modifier, int operator, boolean nullIsUnset) implements Substitution {

    @Override
    public String missing() {
      return "syntax error: missing '}'";
    }

    Result apply(@Nullable String value, String word) {
      boolean absent = value == null || (nullIsUnset && value.isEmpty());
      return switch (operator) {
        case '-' -> Result.of(absent ? word : orEmpty(value));
        case '+' -> Result.of(absent ? "" : word);
        case '?' -> absent ? refused(value, word) : Result.of(orEmpty(value));
        case '#', '%' -> trim(orEmpty(value), word);
        default -> Result.error("unsupported modifier (" + modifier + ") in substitution");
      };
    }

    String written(String word) {
      return "${" + name + modifier + word + "}";
    }

    private Result refused(@Nullable String value, String word) {
      String reason = value == null ? "is not allowed to be unset" : "is not allowed to be empty";
      return Result.error(name + ": " + (word.isEmpty() ? reason : word));
    }

    private Result trim(String value, String word) {
      boolean greedy = !word.isEmpty() && word.charAt(0) == operator;
      String pattern = greedy ? word.substring(1) : word;
      return operator == '#' ? Trimming.prefix(pattern, value, greedy) : Trimming.suffix(pattern, value, greedy);
    }
  }

  /** {@code ${name/pattern/replacement}}, in its pattern. */
  record Pattern(String name, boolean all) implements Substitution {
    @Override
    public String missing() {
      return "syntax error: missing '/' in ${}";
    }
  }

  /** {@code ${name/pattern/replacement}}, in its replacement. */
  record Replacement(String name, boolean all, String pattern) implements Substitution {

    @Override
    public String missing() {
      return "syntax error: missing '}'";
    }

    Result apply(@Nullable String value, String replacement) {
      return switch (GlobPattern.compile(pattern, true)) {
        case GlobPattern.Compiled.Invalid(String message) -> Trimming.invalid(pattern, message);
        case GlobPattern.Compiled.Valid(GlobPattern glob) ->
            Result.of(
                all
                    ? Replacing.all(glob, orEmpty(value), replacement, ShellLexer.MAX_LENGTH)
                    : Replacing.first(glob, orEmpty(value), replacement));
      };
    }

    String written(String replacement) {
      return "${" + name + "/" + pattern + "/" + replacement + "}";
    }
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }
}
