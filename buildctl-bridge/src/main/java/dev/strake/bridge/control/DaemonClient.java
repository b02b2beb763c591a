package dev.strake.bridge.control;

import java.time.Duration;
import java.util.List;

/**
 * A connection to a BuildKit daemon. Thread-safe; closing it breaks off the builds that still run.
 *
 * <pre>{@code
 * try (DaemonClient client = DaemonClient.connect(DaemonAddress.parse("unix:///run/buildkit/buildkitd.sock"))) {
 *   SolveOutcome outcome = client.solve(spec, events -> events.forEach(System.out::println)).await();
 * }
 * }</pre>
 *
 * <p>Calls that fail throw {@link dev.strake.bridge.error.DaemonException}: kind {@code UNAVAILABLE} where nothing listens,
 * {@code TIMEOUT} where something listens and does not answer.
 */
public final class DaemonClient implements AutoCloseable {

  private DaemonClient() {}

  /** A client with default timeouts. Connects when first used. */
  public static DaemonClient connect(DaemonAddress address) {
    return connect(address, ConnectOptions.defaults());
  }

  /** A client. Connects when first used. */
  public static DaemonClient connect(DaemonAddress address, ConnectOptions options) {
    throw new UnsupportedOperationException("not written yet");
  }

  /** What the daemon is. */
  public DaemonInfo info() {
    throw new UnsupportedOperationException("not written yet");
  }

  /** The daemon's workers, the default one first. */
  public List<WorkerRecord> listWorkers() {
    throw new UnsupportedOperationException("not written yet");
  }

  /**
   * Waits until the daemon answers.
   *
   * @throws dev.strake.bridge.error.DaemonException when it does not within {@code patience}
   */
  public void waitUntilReady(Duration patience) throws InterruptedException {
    throw new UnsupportedOperationException("not written yet");
  }

  /**
   * Starts a build.
   *
   * @throws IllegalArgumentException when the spec contradicts itself; the message is the reference's
   */
  public RunningBuild solve(SolveSpec spec, ProgressListener listener) {
    throw new UnsupportedOperationException("not written yet");
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException("not written yet");
  }
}
