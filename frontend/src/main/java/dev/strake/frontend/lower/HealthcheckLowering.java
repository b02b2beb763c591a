package dev.strake.frontend.lower;

import dev.strake.frontend.instruction.HealthCheck;
import dev.strake.frontend.instruction.HealthCheckCommand;
import dev.strake.llb.go.GoDuration;

/** {@code HEALTHCHECK}: how a container's health is checked. */
final class HealthcheckLowering {

  private final History history;

  HealthcheckLowering(History history) {
    this.history = history;
  }

  StageState lower(HealthCheckCommand command, StageState state, Step step) {
    ProcessCommands.checkUsedOnce(state.uses().healthcheck(), command, step);
    HealthCheck health = command.health();
    StageState next =
        state
            .with(state.uses().withHealthcheck(step.place()))
            .withConfig(config -> config.withHealthcheck(health));
    return history.add(next, () -> "HEALTHCHECK " + text(health));
  }

  /** As Go's {@code %+v} prints the reference's structure. */
  private static String text(HealthCheck health) {
    return "{Test:["
        + String.join(" ", health.test())
        + "] Interval:"
        + GoDuration.format(health.interval())
        + " Timeout:"
        + GoDuration.format(health.timeout())
        + " StartPeriod:"
        + GoDuration.format(health.startPeriod())
        + " StartInterval:"
        + GoDuration.format(health.startInterval())
        + " Retries:"
        + health.retries()
        + "}";
  }
}
