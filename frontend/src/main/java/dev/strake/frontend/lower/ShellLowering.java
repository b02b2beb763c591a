package dev.strake.frontend.lower;

import dev.strake.frontend.instruction.ShellCommand;

/** {@code SHELL}: what runs command lines in shell form. */
final class ShellLowering {

  private final History history;

  ShellLowering(History history) {
    this.history = history;
  }

  StageState lower(ShellCommand command, StageState state) {
    return history.add(
        state.withConfig(config -> config.withShell(command.shell())),
        () -> "SHELL [" + String.join(" ", command.shell()) + "]");
  }
}
