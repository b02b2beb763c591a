package dev.strake.frontend.lint;

import dev.strake.frontend.ast.Place;
import dev.strake.grammar.diagnostics.Suggestions;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Variables in {@code FROM} are declared in front of it. */
public final class UndefinedArgInFrom extends LintRule {

  UndefinedArgInFrom() {
    super("UndefinedArgInFrom", "FROM command must use declared ARGs", "undefined-arg-in-from");
  }

  /**
   * Warns about each variable that is not declared.
   *
   * @param unmatched the variables without a value, as the expansion found them
   * @param declared the arguments and variables that there are
   */
  public void check(Linter linter, Place from, Set<String> unmatched, Collection<String> declared) {
    for (String name : unmatched) {
      if (!declared.contains(name)) {
        String message = "FROM argument '" + name + "' is not declared";
        linter.report(this, from, Suggestions.withSuggestion(message, name, List.copyOf(declared), true));
      }
    }
  }
}
