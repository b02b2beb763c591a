package dev.strake.frontend.lower;

import dev.strake.frontend.instruction.CmdCommand;
import java.util.List;

/** {@code CMD}: what containers run, or its arguments. */
final class CmdLowering {

  private final History history;

  CmdLowering(History history) {
    this.history = history;
  }

  StageState lower(CmdCommand command, StageState state, Step step) {
    ProcessCommands.checkUsedOnce(state.uses().cmd(), command, step);
    List<String> words = ProcessCommands.words(command.commandLine(), command, state, step);
    StageState next =
        state
            .with(state.uses().withCmd(step.place()))
            .withConfig(config -> config.withCmd(words).withArgsEscaped());
    return history.add(next, () -> "CMD " + ProcessCommands.quoted(words));
  }
}
