package dev.strake.bridge.control;

import java.time.Duration;

/**
 * How long to wait for a daemon.
 *
 * @param connectTimeout until the connection stands and the daemon speaks HTTP/2
 * @param callTimeout until a short call, such as {@code info}, has its answer; builds may take as long as they like
 */
public record ConnectOptions(Duration connectTimeout, Duration callTimeout) {

  /** Five seconds for the connection, as {@code buildctl --timeout}; fifteen for a call. */
  public static ConnectOptions defaults() {
    return new ConnectOptions(Duration.ofSeconds(5), Duration.ofSeconds(15));
  }
}
