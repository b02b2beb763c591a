package dev.strake.bridge.differential;

import dev.strake.bridge.control.DaemonAddress;
import dev.strake.bridge.control.DaemonClient;
import dev.strake.bridge.error.DaemonException;
import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.TestDaemon;
import dev.strake.frontend.cases.DockerfileCase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The daemon whose frontend is compared with ours. Some files make that frontend panic, and the panic ends the daemon:
 * then a new one is started, and the comparisons that were under way are repeated one at a time, so that a file's crash
 * is told of that file only.
 *
 * <p>Thread-safe.
 */
final class ReferenceDaemon implements AutoCloseable {

  private static final String CRASHES = "the reference crashes";
  private static final String PANIC = "panic: ";
  private static final int SHOWN_LOG = 1_500;
  private static final int CHANCES = 9;

  private final String settings;
  private final Supplier<Path> program;
  // Held for reading by comparisons beside each other, for writing by one that runs alone.
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
  private TestDaemon daemon;
  private DaemonClient client;

  private ReferenceDaemon(String settings, Supplier<Path> program, TestDaemon daemon) {
    this.settings = settings;
    this.program = program;
    this.daemon = daemon;
    this.client = connect(daemon);
  }

  /**
   * Starts a daemon.
   *
   * @param settings buildkitd's settings file
   * @param program gives the compiled {@link ReferenceProgram}
   */
  static ReferenceDaemon start(String settings, Supplier<Path> program) {
    return new ReferenceDaemon(settings, program, DaemonExtension.startAnother(settings));
  }

  private static DaemonClient connect(TestDaemon daemon) {
    return DaemonClient.connect(DaemonAddress.parse(daemon.address()));
  }

  /**
   * What is different, by aspect; a run that ends the reference each time has the aspect {@code RUN:crash}. Some of the
   * reference's answers are chance, where it walks a map or the first of several tasks wins: it is asked again, and what
   * was the same once is no difference.
   */
  Map<String, String> differences(DockerfileCase subject, Set<String> missing)
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    Map<String, String> differences = once(subject, missing);
    for (int i = 0; i < CHANCES && !differences.isEmpty() && !endsReference(differences); i++) {
      differences.keySet().retainAll(once(subject, missing).keySet());
    }
    return differences;
  }

  private static boolean endsReference(Map<String, String> differences) {
    return differences.keySet().stream().anyMatch(ReferenceDaemon::isCrash);
  }

  /** Whether an aspect tells that a run has ended the reference. */
  static boolean isCrash(String aspect) {
    return aspect.endsWith(":" + Side.CRASH);
  }

  private Map<String, String> once(DockerfileCase subject, Set<String> missing)
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    lock.readLock().lock();
    try {
      return comparison(missing, Set.of()).differences(subject);
    } catch (ExecutionException | TimeoutException failure) {
      // Without an answer: the daemon is gone, or has too much to do. It is asked again, by itself.
    } finally {
      lock.readLock().unlock();
    }
    lock.writeLock().lock();
    try {
      return differencesAlone(subject, missing);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /**
   * The comparison without others beside it: what ends the daemon now is this file, and the run it ends in is known; and
   * what gets no answer now has no excuse.
   */
  private Map<String, String> differencesAlone(DockerfileCase subject, Set<String> missing)
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    Set<String> without = new LinkedHashSet<>();
    Map<String, String> crashes = new TreeMap<>();
    while (true) {
      if (!isAlive()) {
        startAgain();
      }
      Comparison comparison = comparison(missing, without);
      try {
        Map<String, String> differences = new TreeMap<>(comparison.differences(subject));
        differences.putAll(crashes);
        return differences;
      } catch (ExecutionException | TimeoutException failure) {
        if (isAlive() || !without.add(comparison.current())) {
          throw failure;
        }
        crashes.put(Comparison.name(comparison.current()) + ":" + Side.CRASH, CRASHES + "\n" + lastWords());
      }
    }
  }

  private Comparison comparison(Set<String> missing, Set<String> without) {
    String address = daemon.address();
    Function<String, Side> reference =
        build -> missing.isEmpty() ? new ReferenceSide() : new ReferenceProgram(program.get(), address, build, missing);
    return new Comparison(client, reference, missing, without);
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
