package dev.strake.frontend.lower;

import dev.strake.frontend.expand.EnvVariables;
import dev.strake.frontend.expand.Expander;
import dev.strake.frontend.expand.TextBudget;
import dev.strake.frontend.expand.WordExpander;
import dev.strake.frontend.lint.LintRules;
import dev.strake.grammar.shell.Environment;
import dev.strake.grammar.shell.ExpandOption;
import dev.strake.grammar.shell.Expansion;

/** Expands a command's variables over those of its stage, with an eye on those that do not exist. */
public final class Expansions {

  private final TextBudget budget;
  private final WordExpander words;
  private final WordExpander contents;
  private final WordExpander commandNames;

  /**
   * @param escape the file's escape character
   * @param budget what all expansions may come to
   */
  public Expansions(char escape, TextBudget budget) {
    this.budget = budget;
    this.words = WordExpander.of(escape).within(budget);
    // Bodies of here-documents know one escape character, whatever the file's is.
    this.contents = WordExpander.of('\\', ExpandOption.LITERAL_QUOTES).within(budget);
    this.commandNames = WordExpander.of(escape, ExpandOption.RAW_QUOTES, ExpandOption.KEEP_UNSET).within(budget);
  }

  /** What all expansions may still come to. */
  TextBudget budget() {
    return budget;
  }

  /** For the words of a command. */
  Expander words(Step step, StageState state) {
    return checked(words, step, state);
  }

  /** For the bodies of a command's here-documents. */
  Expander contents(Step step, StageState state) {
    return checked(contents, step, state);
  }

  /** For the words of {@code EXPOSE} and the names of steps, where nothing is checked. */
  WordExpander unchecked() {
    return words;
  }

  /** For the names of steps that run a process: the process' own quotes and variables stay. */
  WordExpander commandNames() {
    return commandNames;
  }

  static Environment environment(StageState state) {
    return new EnvVariables(state.state().env());
  }

  private static Expander checked(WordExpander expander, Step step, StageState state) {
    Environment environment = environment(state);
    return word -> {
      Expansion expansion = expander.expand(word, environment);
      LintRules.UNDEFINED_VAR.check(
          step.linter(), step.place(), expansion.unmatched(), state.args()::isDeclared, environment);
      return expansion;
    };
  }
}
