package dev.strake.bridge.control;

import dev.strake.bridge.error.DaemonException;
import dev.strake.bridge.error.DaemonException.Kind;
import dev.strake.bridge.error.GrpcErrors;
import dev.strake.bridge.proto.control.ControlGrpc;
import dev.strake.bridge.proto.control.InfoRequest;
import dev.strake.bridge.proto.control.ListWorkersRequest;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How this package asks a daemon: short calls with a deadline, long ones on threads of their own. */
final class DaemonCalls {

  private final DaemonAddress address;
  private final ConnectOptions options;
  private final Transport transport;

  DaemonCalls(DaemonAddress address, ConnectOptions options, Transport transport) {
    this.address = address;
    this.options = options;
    this.transport = transport;
  }

  /** The connection that it asks over. */
  Transport transport() {
    return transport;
  }

  /** See {@link DaemonClient#listWorkers(List)}. */
  List<WorkerRecord> listWorkers(List<String> filters) {
    ListWorkersRequest request = ListWorkersRequest.newBuilder().addAllFilter(filters).build();
    return shortly(stub -> stub.listWorkers(request).getRecordList().stream().map(WireRecords::worker).toList());
  }

  /** A call that is over soon, or has failed. */
  <T> T shortly(Function<ControlGrpc.ControlBlockingStub, T> call) {
    Duration timeout = options.callTimeout();
    long end = System.nanoTime() + timeout.toNanos();
    requireServer(shorter(timeout, options.connectTimeout()));
    return within(timeout, end, call);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /**
   * A call that may take its time. Fails at once where nobody answers.
   *
   * @param doing stands in front of its failures; empty for failures as they come
   */
  <T extends @Nullable Object> DaemonCall<T> start(String doing, Function<Channel, T> call) {
    return AsyncCall.start(
        transport.executor(),
        failure -> during(doing, translated(failure)),
        () -> {
          try {
            return answered(call);
          } catch (DaemonException e) {
            throw during(doing, e);
          }
        });
  }

  private static DaemonException during(String doing, DaemonException failure) {
    return doing.isEmpty() ? failure : failure.during(doing);
  }

  /** Such a call has no deadline on this side: one that has passed is the daemon's, which tells of it. */
  private DaemonException translated(StatusRuntimeException failure) {
    DaemonException told = GrpcErrors.translate(failure);
    return told.kind() == Kind.TIMEOUT ? told : unreachable(told, options.callTimeout());
  }

  private <T extends @Nullable Object> T answered(Function<Channel, T> call) {
    requireServer();
    return call.apply(transport.channel());
  }

  /**
   * Waits no longer than said for a server. Where nobody can be reached, this fails at once, or the next call does: see
   * {@link Link#awaitServer}.
   */
  void requireServer() {
    requireServer(options.connectTimeout());
  }

  private void requireServer(Duration patience) {
    try {
      transport.awaitServer(patience);
    } catch (StatusRuntimeException e) {
      DaemonException failure = GrpcErrors.translate(e);
      throw failure.kind() == Kind.FAILED ? noDaemon(failure) : unreachable(failure, patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DaemonException(Kind.CANCELLED, "interrupted");
    }
  }

  /** Fails where no daemon answers in time, which is no longer than the usual time to connect. */
  void requireAnswer(Duration patience) {
    Duration timeout = shorter(patience, options.connectTimeout());
    try {
      within(timeout, System.nanoTime() + timeout.toNanos(), stub -> stub.info(InfoRequest.getDefaultInstance()));
    } catch (DaemonException e) {
      // A daemon too old to tell what it is has answered all the same.
      if (e.kind() != Kind.UNIMPLEMENTED) {
        throw noDaemon(e);
      }
    }
  }

  private DaemonException noDaemon(DaemonException failure) {
    return failure.kind() == Kind.FAILED
        ? new DaemonException(
            Kind.UNAVAILABLE, "what listens at " + address + " is no BuildKit daemon: " + failure.getMessage())
        : failure;
  }

  /** The next call tries at once to connect, however often that has failed. */
  void forgetFailures() {
    transport.forgetFailures();
  }

  private <T> T within(Duration timeout, long end, Function<ControlGrpc.ControlBlockingStub, T> call) {
    try {
      return call.apply(
          ControlGrpc.newBlockingStub(transport.channel())
              .withDeadlineAfter(end - System.nanoTime(), TimeUnit.NANOSECONDS));
    } catch (StatusRuntimeException e) {
      throw unreachable(GrpcErrors.translate(e), timeout);
    }
  }

  private DaemonException unreachable(DaemonException failure, Duration timeout) {
    String message =
        switch (failure.kind()) {
          case UNAVAILABLE -> "cannot reach a BuildKit daemon at " + address + ": " + reason(failure);
          case TIMEOUT -> "no answer from " + address + " within " + timeout.toMillis() + " ms";
          case CANCELLED, INVALID_ARGUMENT, NOT_FOUND, ALREADY_EXISTS, PERMISSION_DENIED, UNIMPLEMENTED, FAILED ->
              String.valueOf(failure.getMessage());
        };
    return new DaemonException(failure.kind(), message, failure.details(), failure);
  }

  private String reason(DaemonException failure) {
    String reason = transport.complaint().orElseGet(() -> Causes.innermost(failure));
    boolean mayWantTls =
        reason.equals(Causes.CLOSED) && address instanceof DaemonAddress.Tcp && options.tls().isEmpty();
    return mayWantTls ? reason + ", which may want TLS" : reason;
  }
}
