package dev.strake.frontend.lower;

import dev.strake.frontend.instruction.InstructionDiagnostics;
import dev.strake.frontend.instruction.VolumeCommand;

/** {@code VOLUME}: paths that containers keep outside of the image. */
final class VolumeLowering {

  private final History history;

  VolumeLowering(History history) {
    this.history = history;
  }

  StageState lower(VolumeCommand command, StageState state, Step step) {
    StageState next = state;
    for (String volume : command.volumes()) {
      if (volume.isEmpty()) {
        return step.fail(state, InstructionDiagnostics.emptyVolume());
      }
      next = next.withConfig(config -> config.withVolume(volume));
    }
    return history.add(next, () -> "VOLUME [" + String.join(" ", command.volumes()) + "]");
  }
}
