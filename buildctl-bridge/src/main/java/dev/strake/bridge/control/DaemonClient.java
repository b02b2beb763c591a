package dev.strake.bridge.control;

import dev.strake.bridge.error.DaemonException;
import dev.strake.bridge.error.DaemonException.Kind;
import dev.strake.bridge.error.GrpcErrors;
import dev.strake.bridge.proto.control.ControlGrpc;
import dev.strake.bridge.proto.control.InfoRequest;
import dev.strake.bridge.proto.control.ListWorkersRequest;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A connection to a BuildKit daemon. Thread-safe; closing it breaks off the builds that still run.
 *
 * <pre>{@code
 * try (DaemonClient client = DaemonClient.connect(DaemonAddress.parse("unix:///run/buildkit/buildkitd.sock"))) {
 *   SolveOutcome outcome = client.solve(spec, events -> events.forEach(System.out::println)).await();
 * }
 * }</pre>
 *
 * <p>Calls that fail throw {@link DaemonException}: kind {@code UNAVAILABLE} where nothing listens, {@code TIMEOUT}
 * where something listens and does not answer.
 */
public final class DaemonClient implements AutoCloseable {


  private final DaemonAddress address;
  private final ConnectOptions options;
  private final Transport transport;

  private DaemonClient(DaemonAddress address, ConnectOptions options) {
    this.address = address;
    this.options = options;
    this.transport = Transport.to(address, options);
  }

  /** A client with default timeouts. Connects when first used. */
  public static DaemonClient connect(DaemonAddress address) {
    return connect(address, ConnectOptions.defaults());
  }

  /** A client. Connects when first used. */
  public static DaemonClient connect(DaemonAddress address, ConnectOptions options) {
    return new DaemonClient(address, options);
  }

  /** What the daemon is. */
  public DaemonInfo info() {
    return call(
        options.callTimeout(),
        stub -> WireRecords.info(stub.info(InfoRequest.getDefaultInstance()).getBuildkitVersion()));
  }

  /** The daemon's workers, the default one first. */
  public List<WorkerRecord> listWorkers() {
    return call(
        options.callTimeout(),
        stub ->
            stub.listWorkers(ListWorkersRequest.getDefaultInstance()).getRecordList().stream()
                .map(WireRecords::worker)
                .toList());
  }

  /**
   * Starts a build.
   *
   * @throws IllegalArgumentException when the spec contradicts itself; the message is the reference's
   */
  public RunningBuild solve(SolveSpec spec, ProgressListener listener) {
    BuildRun run = new BuildRun(this, transport, spec, ExportTargets.of(spec.exports()), listener);
    run.start();
    return run;
  }

  /** Fails at once where nobody answers, before a build's parts each fail in their own way. */
  void requireAnswer() {
    try {
      call(options.connectTimeout(), stub -> stub.info(InfoRequest.getDefaultInstance()));
    } catch (DaemonException e) {
      // A daemon too old to tell what it is has answered all the same.
      if (e.kind() == Kind.FAILED) {
        throw new DaemonException(
            Kind.UNAVAILABLE, "what listens at " + address + " is no BuildKit daemon: " + e.getMessage());
      }
      if (e.kind() != Kind.UNIMPLEMENTED) {
        throw e;
      }
    }
  }

  private <T> T call(Duration timeout, Function<ControlGrpc.ControlBlockingStub, T> call) {
    try {
      return call.apply(
          ControlGrpc.newBlockingStub(transport.channel())
              .withDeadlineAfter(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (StatusRuntimeException e) {
      throw unreachable(GrpcErrors.translate(e), timeout);
    }
  }

  private DaemonException unreachable(DaemonException failure, Duration timeout) {
    String message =
        switch (failure.kind()) {
          case UNAVAILABLE -> "cannot reach a BuildKit daemon at " + address + ": " + Causes.innermost(failure);
          case TIMEOUT -> "no answer from " + address + " within " + timeout.toMillis() + " ms";
          case CANCELLED, INVALID_ARGUMENT, NOT_FOUND, ALREADY_EXISTS, PERMISSION_DENIED, UNIMPLEMENTED, FAILED ->
              String.valueOf(failure.getMessage());
        };
    return new DaemonException(failure.kind(), message, failure.details(), failure);
  }

  @Override
  public void close() {
    transport.close();
  }
}
