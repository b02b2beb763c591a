package dev.strake.frontend.instruction;

import java.util.List;

/**
 * How a container's health is checked. Times are nanoseconds, 0 where not given.
 *
 * @param test {@code NONE}, or {@code CMD} or {@code CMD-SHELL} and the command
 * @param retries 0 where not given
 */
public record HealthCheck(
    List<String> test, long interval, long timeout, long startPeriod, long startInterval, int retries) {
  public HealthCheck {
    test = List.copyOf(test);
  }
}
