package dev.strake.frontend.lower;

import dev.strake.frontend.instruction.EntrypointCommand;
import java.util.List;

/** {@code ENTRYPOINT}: what containers always run. */
final class EntrypointLowering {

  private final History history;

  EntrypointLowering(History history) {
    this.history = history;
  }

  StageState lower(EntrypointCommand command, StageState state, Step step) {
    ProcessCommands.checkUsedOnce(state.uses().entrypoint(), command, step);
    List<String> words = ProcessCommands.words(command.commandLine(), command, state, step);
    // The base image's arguments were meant for another process.
    boolean dropsCmd = state.uses().cmd().isEmpty();
    StageState next =
        state
            .with(state.uses().withEntrypoint(step.place()))
            .withConfig(config -> (dropsCmd ? config.withCmd(List.of()) : config).withEntrypoint(words));
    return history.add(next, () -> "ENTRYPOINT " + ProcessCommands.quoted(words));
  }
}
