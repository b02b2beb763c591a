package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Place;
import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.lint.LintRules;
import dev.strake.frontend.lint.Linter;
import dev.strake.llb.go.GoStrings;
import java.util.List;

/** {@code FROM}. */
final class FromParser implements StatementParser {

  private static final FlagParser FLAGS = FlagParser.NONE.withText("platform");
  private static final int WITH_NAME = 3;

  @Override
  public Outcome<From> parse(Statement statement, Linter linter) {
    List<String> words = Arguments.of(statement.form()).words();
    Place place = Place.of(statement);
    if (words.size() == WITH_NAME) {
      LintRules.STAGE_NAME_CASING.check(linter, place, words.get(2));
    }
    if (words.size() >= WITH_NAME) {
      LintRules.FROM_AS_CASING.check(linter, place, statement.keyword(), words.get(1));
    }
    Outcome<From> result =
        stageName(statement, words)
            .then(name -> FLAGS.parse(statement.flags()).map(flags -> from(statement, name, flags)));
    if (result instanceof Outcome.Success<From>(From from) && !from.stageName().isEmpty()) {
      LintRules.INVALID_DEFINITION_DESCRIPTION.check(
          linter, place, "FROM", List.of(from.stageName()), statement.comments());
    }
    return result;
  }

  private static From from(Statement statement, String name, Flags flags) {
    String base = Arguments.of(statement.form()).first();
    return new From(statement, base, name, flags.text("platform"), DocComment.of(name, statement.comments()));
  }

  private static Outcome<String> stageName(Statement statement, List<String> words) {
    if (words.size() == 1) {
      return Outcome.success("");
    }
    if (words.size() != WITH_NAME || !isAs(words.get(1))) {
      return Outcome.failure(InstructionDiagnostics.fromArguments());
    }
    String name = GoStrings.toLower(words.get(2));
    return isStageName(name)
        ? Outcome.success(name)
        : Outcome.failure(
            InstructionDiagnostics.invalidStageName(words.get(2), Arguments.span(statement, 2)));
  }

  /** Whether the word is {@code as}, in the folding of cases that knows the long s. */
  private static boolean isAs(String word) {
    return word.length() == 2
        && (word.charAt(0) == 'a' || word.charAt(0) == 'A')
        && (word.charAt(1) == 's' || word.charAt(1) == 'S' || word.charAt(1) == '\u017f');
  }

  private static boolean isStageName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = c >= 'a' && c <= 'z';
      boolean other = (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
      if (!letter && (i == 0 || !other)) {
        return false;
      }
    }
    return !name.isEmpty();
  }
}
