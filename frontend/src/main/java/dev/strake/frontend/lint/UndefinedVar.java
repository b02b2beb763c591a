package dev.strake.frontend.lint;

import dev.strake.frontend.ast.Place;
import dev.strake.grammar.diagnostics.Suggestions;
import dev.strake.grammar.shell.Environment;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Variables are defined before they are used. */
public final class UndefinedVar extends LintRule {

  UndefinedVar() {
    super("UndefinedVar", "Variables should be defined before their use", "undefined-var");
  }

  /**
   * Warns about each variable without a value.
   *
   * @param unmatched the variables without a value, as the expansion found them
   * @param declared tells the arguments that are declared but have no value
   * @param known the variables to suggest
   */
  public void check(
      Linter linter, Place place, Set<String> unmatched, Predicate<String> declared, Environment known) {
    for (String name : unmatched) {
      if (!declared.test(name) && !ArgumentNames.isNeverInEnvironment(name)) {
        report(linter, place, name, known);
      }
    }
  }

  private void report(Linter linter, Place place, String name, Environment known) {
    String suggestion =
        Suggestions.search(name, List.copyOf(known.keys()), true)
            .map(match -> " (did you mean $" + match + "?)")
            .orElse("");
    linter.report(this, place, "Usage of undefined variable '$" + name + "'" + suggestion);
  }
}
