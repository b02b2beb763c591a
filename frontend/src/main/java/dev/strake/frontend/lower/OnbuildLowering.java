package dev.strake.frontend.lower;

import dev.strake.frontend.instruction.OnbuildCommand;

/** {@code ONBUILD}: a command for the builds that begin with the image. */
final class OnbuildLowering {

  StageState lower(OnbuildCommand command, StageState state) {
    return state.withConfig(config -> config.withTrigger(command.expression()));
  }
}
