package dev.strake.frontend.lower;

import dev.strake.frontend.instruction.ExposeCommand;
import dev.strake.frontend.instruction.InstructionDiagnostics;
import dev.strake.frontend.lint.LintRules;
import dev.strake.grammar.shell.WordList;
import dev.strake.llb.go.GoQuote;
import dev.strake.llb.go.GoResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@code EXPOSE}: the ports that the image's processes listen on. */
final class ExposeLowering {

  private final Expansions expansions;
  private final History history;

  ExposeLowering(Expansions expansions, History history) {
    this.expansions = expansions;
    this.history = history;
  }

  StageState lower(ExposeCommand command, StageState state, Step step) {
    List<String> words = new ArrayList<>();
    for (String port : command.ports()) {
      WordList expanded = expansions.unchecked().expandWords(port, Expansions.environment(state));
      if (expanded.error().isPresent()) {
        return step.fail(state, InstructionDiagnostics.expansionFailed(expanded.error().get()));
      }
      words.addAll(expanded.words());
    }
    List<List<String>> ports = new ArrayList<>(words.size());
    for (String word : words) {
      switch (ports(word, step)) {
        case GoResult.Value<List<String>>(List<String> found) -> {
          // A port and its protocol have some ten characters in the history.
          if (!expansions.budget().spend(10L * found.size() - word.length())) {
            return state;
          }
          ports.add(found);
        }
        case GoResult.Failure<List<String>>(String message) -> {
          return step.fail(state, LoweringDiagnostics.invalidPort(message));
        }
      }
    }
    StageState next = state;
    for (List<String> range : ports) {
      next = next.withConfig(config -> config.withExposedPorts(range));
    }
    return history.add(
        next, () -> ports.stream().flatMap(List::stream).collect(Collectors.joining(" ", "EXPOSE [", "]")));
  }

  private static GoResult<List<String>> ports(String word, Step step) {
    return switch (PortSpec.parse(word)) {
      case GoResult.Failure<PortSpec>(String message) ->
          GoResult.error("invalid port: " + GoQuote.quote(word) + ": " + message);
      case GoResult.Value<PortSpec>(PortSpec spec) -> {
        LintRules.EXPOSE_PROTO_CASING.check(step.linter(), step.place(), word, spec.protocol());
        if (spec.hasHost()) {
          LintRules.EXPOSE_INVALID_FORMAT.report(step.linter(), step.place(), word);
        }
        yield spec.ports();
      }
    };
  }
}
