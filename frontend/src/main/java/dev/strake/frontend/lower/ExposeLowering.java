package dev.strake.frontend.lower;

import dev.strake.frontend.expand.WordList;
import dev.strake.frontend.instruction.ExposeCommand;
import dev.strake.llb.go.GoResult;
import java.util.ArrayList;
import java.util.List;

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
        return step.fail(state, LoweringDiagnostics.expansion(expanded.error().get()));
      }
      words.addAll(expanded.words());
    }
    List<String> ports = new ArrayList<>();
    for (String word : words) {
      switch (PortSpec.ports(word, step)) {
        case GoResult.Value<List<String>>(List<String> found) -> ports.addAll(found);
        case GoResult.Failure<List<String>>(String message) -> {
          return step.fail(state, LoweringDiagnostics.invalidPort(message));
        }
      }
    }
    StageState next = state;
    for (String port : ports) {
      next = next.withConfig(config -> config.withExposedPort(port));
    }
    return history.add(next, "EXPOSE [" + String.join(" ", ports) + "]");
  }
}
