package dev.strake.bridge.control;

import dev.strake.bridge.error.DaemonException;
import dev.strake.bridge.error.DaemonException.Kind;
import dev.strake.bridge.host.Host;
import dev.strake.bridge.proto.control.ControlGrpc;
import dev.strake.bridge.proto.control.DiskUsageRequest;
import dev.strake.bridge.proto.control.InfoRequest;
import dev.strake.bridge.proto.control.PruneRequest;
import dev.strake.bridge.proto.control.StatusRequest;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a BuildKit daemon. Thread-safe; closing it breaks off what still runs.
 *
 * <pre>{@code
 * try (DaemonClient client = DaemonClient.connect(DaemonAddress.parse("unix:///run/buildkit/buildkitd.sock"))) {
 *   SolveOutcome outcome = client.solve(spec, events -> events.forEach(System.out::println)).await();
 * }
 * }</pre>
 *
 * <p>What has its answer at once is waited for here, and for {@link ConnectOptions#callTimeout} at most. What may take
 * as long as it likes, because the daemon works or reads for it or waits for something to happen, is a
 * {@link DaemonCall}, which can be cancelled. So it is with {@link BuildHistory} and {@link DaemonContent}, too.
 *
 * <p>Calls that fail throw {@link DaemonException}, or have it as their result's failure: kind {@code UNAVAILABLE}
 * where nothing listens, {@code TIMEOUT} where something listens and does not answer.
 */
public final class DaemonClient implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(200);

  /** Less would not do for a daemon that is there, on a machine with much to do. */
  private static final Duration ATTEMPT = Duration.ofSeconds(1);

  private final DaemonAddress address;
  private final Transport transport;
  private final DaemonCalls calls;

  private DaemonClient(DaemonAddress address, ConnectOptions options, Host host) {
    this.address = address;
    this.transport = Transport.to(address, options, host);
    this.calls = new DaemonCalls(address, options, transport);
  }

  /** A client with default timeouts, in clear text. Connects when first used. */
  public static DaemonClient connect(DaemonAddress address) {
    return connect(address, ConnectOptions.defaults());
  }

  /**
   * A client. Connects when first used.
   *
   * @throws java.io.UncheckedIOException when a file of the TLS settings cannot be read or is not what it should be
   */
  public static DaemonClient connect(DaemonAddress address, ConnectOptions options) {
    return connect(address, options, Host.current());
  }

  /** A client whose helper programs are looked for on a host's PATH, and run with its environment. */
  static DaemonClient connect(DaemonAddress address, ConnectOptions options, Host host) {
    return new DaemonClient(address, options, host);
  }

  /**
   * Waits until the daemon answers. Tries once at least, for a second.
   *
   * @throws DaemonException of kind {@code UNAVAILABLE} or {@code TIMEOUT} when it has not within the time given
   */
  public void awaitReady(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    Duration left = patience;
    while (true) {
      try {
        calls.requireAnswer(left.compareTo(ATTEMPT) > 0 ? left : ATTEMPT);
        return;
      } catch (DaemonException e) {
        boolean mayCome = e.kind() == Kind.UNAVAILABLE || e.kind() == Kind.TIMEOUT;
        if (!mayCome || System.nanoTime() - end >= 0) {
          throw e;
        }
      }
      Thread.sleep(PAUSE);
      left = Duration.ofNanos(end - System.nanoTime());
      calls.forgetFailures();
    }
  }

  /** What the daemon is. */
  public DaemonInfo info() {
    return calls.shortly(
        stub -> WireRecords.info(stub.info(InfoRequest.getDefaultInstance()).getBuildkitVersion()));
  }

  /** The daemon's workers, the default one first. */
  public List<WorkerRecord> listWorkers() {
    return listWorkers(List.of());
  }

  /** The workers that match any of some filters in containerd's syntax, such as {@code id==abc}. */
  public List<WorkerRecord> listWorkers(List<String> filters) {
    return calls.listWorkers(filters);
  }

  /** What takes up space in the daemon's cache, the smallest first. */
  public DaemonCall<List<UsageRecord>> diskUsage(DiskUsageQuery query) {
    DiskUsageRequest request =
        DiskUsageRequest.newBuilder()
            .addAllFilter(query.filters())
            .setAgeLimit(query.ageLimit().toNanos())
            .build();
    return calls.start(
        "failed to call diskusage",
        channel ->
            ControlGrpc.newBlockingStub(channel).diskUsage(request).getRecordList().stream()
                .map(WireRecords::usage)
                .sorted(Comparator.comparingLong(UsageRecord::size).thenComparing(UsageRecord::id))
                .toList());
  }

  /**
   * Cleans up the daemon's cache.
   *
   * @param listener hears of each record that is gone, from one thread; what it throws ends the cleaning up
   */
  public DaemonCall<PruneOutcome> prune(PruneSpec spec, Consumer<UsageRecord> listener) {
    PruneRequest request =
        PruneRequest.newBuilder()
            .addAllFilter(spec.filters())
            .setAll(spec.all())
            .setKeepDuration(spec.keepDuration().toNanos())
            .setReservedSpace(spec.reservedSpace())
            .setMaxUsedSpace(spec.maxUsedSpace())
            .setMinFreeSpace(spec.minFreeSpace())
            .build();
    return calls.start(
        "failed to call prune",
        channel -> {
          PruneOutcome outcome = new PruneOutcome(0, 0);
          for (var records = ControlGrpc.newBlockingStub(channel).prune(request); records.hasNext(); ) {
            UsageRecord gone = WireRecords.usage(records.next());
            listener.accept(gone);
            outcome = new PruneOutcome(outcome.records() + 1, outcome.bytes() + gone.size());
          }
          return outcome;
        });
  }

  /**
   * Starts a build.
   *
   * @throws IllegalArgumentException when the spec contradicts itself; the message is the reference's
   */
  public RunningBuild solve(SolveSpec spec, ProgressListener listener) {
    SolveSpec asked = EngineExports.adapt(spec, address);
    BuildRun run = new BuildRun(calls, asked, ExportTargets.of(asked.exports()), listener);
    run.start();
    return run;
  }

  /** Tells of the progress of a build that runs, or replays that of one in the history, until the build's end. */
  public DaemonCall<@Nullable Void> status(String ref, ProgressListener listener) {
    StatusRequest request = StatusRequest.newBuilder().setRef(ref).build();
    return calls.start(
        "failed to get status",
        channel -> {
          ControlGrpc.newBlockingStub(channel)
              .status(request)
              .forEachRemaining(response -> listener.onProgress(StatusEvents.of(response)));
          return null;
        });
  }

  /** The builds that the daemon remembers. */
  public BuildHistory history() {
    return new BuildHistory(calls);
  }

  /** The blobs that the daemon keeps for them. */
  public DaemonContent content() {
    return new DaemonContent(calls);
  }

  @Override
  public void close() {
    transport.close();
  }
}
