package dev.strake.frontend.lower;

import dev.strake.frontend.instruction.EnvCommand;
import dev.strake.frontend.instruction.KeyValuePair;
import dev.strake.frontend.lint.LintRules;

/** {@code ENV}: variables of the image and of the processes that follow. */
final class EnvLowering {

  private final History history;

  EnvLowering(History history) {
    this.history = history;
  }

  StageState lower(EnvCommand command, StageState state, Step step) {
    StageState next = state;
    for (KeyValuePair pair : command.env()) {
      if (!pair.delimited()) {
        LintRules.LEGACY_KEY_VALUE_FORMAT.report(step.linter(), step.place(), command.name());
      }
      LintRules.SECRETS_USED_IN_ARG_OR_ENV.check(step.linter(), step.place(), "ENV", pair.key());
      boolean moved = next.state().env().contains(pair.key());
      next =
          (moved ? next.withEnvOutOfOrder() : next)
              .with(next.state().withEnv(pair.key(), pair.value()))
              .withConfig(config -> config.withEnv(config.env().with(pair.key(), pair.value())));
    }
    return history.add(next, () -> KeyValuePair.listed("ENV", command.env()));
  }
}
