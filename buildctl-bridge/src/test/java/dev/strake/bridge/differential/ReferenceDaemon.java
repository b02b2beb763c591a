package dev.strake.bridge.differential;

import dev.strake.bridge.control.DaemonAddress;
import dev.strake.bridge.control.DaemonClient;
import dev.strake.bridge.error.DaemonException;
import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.TestDaemon;
import dev.strake.frontend.cases.DockerfileCase;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The daemon whose frontend is compared with ours. Some files make that frontend panic, and the panic ends the daemon:
 * then a new one is started, and the comparisons that were under way are repeated one at a time, so that a file's crash
 * is told of that file only.
 *
 * <p>Thread-safe.
 */
final class ReferenceDaemon implements AutoCloseable {

  private static final String CRASH = "the reference crashes";
  private static final String PANIC = "panic: ";
  private static final int SHOWN_LOG = 1_500;

  private final String settings;
  // Held for reading by comparisons beside each other, for writing by one that runs alone.
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
  private TestDaemon daemon;
  private DaemonClient client;

  private ReferenceDaemon(String settings, TestDaemon daemon) {
    this.settings = settings;
    this.daemon = daemon;
    this.client = connect(daemon);
  }

  /**
   * Starts a daemon.
   *
   * @param settings buildkitd's settings file
   */
  static ReferenceDaemon start(String settings) {
    return new ReferenceDaemon(settings, DaemonExtension.startAnother(settings));
  }

  private static DaemonClient connect(TestDaemon daemon) {
    return DaemonClient.connect(DaemonAddress.parse(daemon.address()));
  }

  /** What is different, by aspect; a run that ends the daemon each time has the aspect {@code RUN:crash}. */
  Map<String, String> differences(DockerfileCase subject)
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    lock.readLock().lock();
    try {
      return new Comparison(client, Set.of()).differences(subject);
    } catch (ExecutionException | TimeoutException failure) {
      if (isAlive()) {
        throw failure;
      }
    } finally {
      lock.readLock().unlock();
    }
    lock.writeLock().lock();
    try {
      return differencesAlone(subject);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** The comparison without others beside it: what ends the daemon now is this file, and the run it ends in is known. */
  private Map<String, String> differencesAlone(DockerfileCase subject)
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    Set<String> without = new LinkedHashSet<>();
    Map<String, String> crashes = new TreeMap<>();
    while (true) {
      if (!isAlive()) {
        startAgain();
      }
      Comparison comparison = new Comparison(client, without);
      try {
        Map<String, String> differences = new TreeMap<>(comparison.differences(subject));
        differences.putAll(crashes);
        return differences;
      } catch (ExecutionException | TimeoutException failure) {
        if (isAlive() || !without.add(comparison.current())) {
          throw failure;
        }
        crashes.put(Comparison.name(comparison.current()) + ":crash", CRASH + "\n" + lastWords());
      }
    }
  }

  private boolean isAlive() {
    try {
      client.info();
      return true;
    } catch (DaemonException gone) {
      return false;
    }
  }

  private void startAgain() throws IOException {
    System.out.println("differential: the reference daemon is gone and started again");
    close();
    daemon = DaemonExtension.startAnother(settings);
    client = connect(daemon);
  }

  private String lastWords() throws IOException {
    String log = daemon.log();
    int panic = log.lastIndexOf(PANIC);
    int start = panic >= 0 ? panic : Math.max(0, log.length() - SHOWN_LOG);
    return log.substring(start, Math.min(log.length(), start + SHOWN_LOG));
  }

  @Override
  public void close() {
    client.close();
    daemon.close();
  }
}
