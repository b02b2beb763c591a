package dev.strake.frontend.lower;

import dev.strake.frontend.instruction.KeyValuePair;
import dev.strake.frontend.instruction.LabelCommand;
import dev.strake.frontend.lint.LintRules;

/** {@code LABEL}: words about the image. */
final class LabelLowering {

  private final History history;

  LabelLowering(History history) {
    this.history = history;
  }

  StageState lower(LabelCommand command, StageState state, Step step) {
    StageState next = state;
    for (KeyValuePair pair : command.labels()) {
      if (!pair.delimited()) {
        LintRules.LEGACY_KEY_VALUE_FORMAT.report(step.linter(), step.place(), command.name());
      }
      next = next.withConfig(config -> config.withLabel(pair.key(), pair.value()));
    }
    return history.add(next, () -> KeyValuePair.listed("LABEL", command.labels()));
  }
}
