package dev.strake.frontend.lower;

import dev.strake.frontend.ast.Place;
import dev.strake.frontend.instruction.Command;
import dev.strake.frontend.instruction.CommandLine;
import dev.strake.frontend.lint.LintRules;
import dev.strake.llb.go.GoQuote;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What {@code CMD}, {@code ENTRYPOINT} and {@code HEALTHCHECK} have in common: a stage needs one of each at most. */
final class ProcessCommands {

  private ProcessCommands() {}

  /** Warns about the earlier command of a kind, which counts for nothing. */
  static void checkUsedOnce(Optional<Place> earlier, Command command, Step step) {
    earlier.ifPresent(
        place -> LintRules.MULTIPLE_INSTRUCTIONS_DISALLOWED.report(step.linter(), place, command.name()));
  }

  /** The words of a command line, the stage's shell in front where it is in shell form. */
  static List<String> words(CommandLine line, Command command, StageState state, Step step) {
    if (!line.shellForm()) {
      return line.words();
    }
    if (state.image().config().shell().isEmpty()) {
      LintRules.JSON_ARGS_RECOMMENDED.report(step.linter(), step.place(), command.name());
    }
    return ShellForm.of(state.image(), line.words());
  }

  /** The words as Go's {@code %q} prints a list. */
  static String quoted(List<String> words) {
    return words.stream().map(GoQuote::quote).collect(Collectors.joining(" ", "[", "]"));
  }
}
