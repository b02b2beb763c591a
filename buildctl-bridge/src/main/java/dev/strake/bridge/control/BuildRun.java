package dev.strake.bridge.control;

import com.google.common.util.concurrent.ListenableFuture;
import dev.strake.bridge.error.DaemonException;
import dev.strake.bridge.error.DaemonException.Kind;
import dev.strake.bridge.error.GrpcErrors;
import dev.strake.bridge.proto.control.ControlGrpc;
import dev.strake.bridge.proto.control.SolveRequest;
import dev.strake.bridge.proto.control.SolveResponse;
import dev.strake.bridge.session.Ids;
import dev.strake.bridge.session.SessionServices;
import dev.strake.bridge.session.SessionTunnel;
import io.grpc.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * One build: opens its session, follows its status, has the daemon solve, runs the build function if there is one, and
 * settles its exports.
 */
final class BuildRun implements RunningBuild {

  private final DaemonCalls daemon;
  private final Transport transport;
  private final SolveSpec spec;
  private final String ref;
  private final ExportTargets targets;
  private final ProgressListener listener;
  private final Context.CancellableContext calls = Context.ROOT.withCancellation();
  private final CallResult<SolveOutcome> result = new CallResult<>(this::cancel);

  BuildRun(DaemonCalls daemon, SolveSpec spec, ExportTargets targets, ProgressListener listener) {
    this.daemon = daemon;
    this.transport = daemon.transport();
    this.spec = spec;
    this.ref = spec.ref().isEmpty() ? Ids.next() : spec.ref();
    this.targets = targets;
    this.listener = listener;
  }

  void start() {
    Thread.ofPlatform().daemon().name("strake-build-" + ref).start(this::run);
  }

  private void run() {
    try {
      SolveResponse response = build();
      targets.commit();
      result.complete(new SolveOutcome(ref, response.getExporterResponseMap()));
    } catch (Throwable failure) {
      targets.discard();
      result.completeExceptionally(calls.isCancelled() ? cancelled(failure) : failure);
    } finally {
      calls.cancel(null);
    }
  }

  /** In the reference's words: gRPC's own for a call that this side has ended tell a user nothing. */
  private static Throwable cancelled(Throwable failure) {
    boolean told =
        failure instanceof DaemonException e
            && e.kind() == Kind.CANCELLED
            && String.valueOf(e.getMessage()).endsWith("context canceled");
    return told ? failure : new DaemonException(Kind.CANCELLED, "failed to solve: Canceled: context canceled");
  }

  private SolveResponse build() throws InterruptedException {
    try (BlobFolders folders = BlobFolders.of(spec, listener)) {
      targets.check();
      daemon.requireServer();
      SolveResponse response = solveInSession(spec.withCacheImports(folders.imports()), folders);
      folders.commit(response.getExporterResponseMap());
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SolveResponse solveInSession(SolveSpec effective, BlobFolders folders)
      throws InterruptedException, IOException {
    StatusFollower status = new StatusFollower(listener);
    try (SessionTunnel session =
        SessionTunnel.open(
            transport.channel(),
            transport.executor(),
            effective.session().sharedKey(),
            SessionServices.of(
                effective.session(), targets.byExporter(), folders.stores(), status::step, transport.executor()),
            transport.tracer())) {
      listener.onDetail("serving grpc connection");
      status.follow(transport.channel(), ref);
      try {
        return solve(effective, folders.asked(), session);
      } finally {
        listener.onDetail("stopping session");
        // The daemon tells the end of the status only to who has let go of the session.
        session.close();
        status.finish();
      }
    }
  }

  private SolveResponse solve(SolveSpec effective, List<CacheEntry> asked, SessionTunnel session)
      throws InterruptedException {
    SolveRequest request = SolveRequests.of(effective, ref, session.id());
    ListenableFuture<SolveResponse> solving = solving(request);
    return switch (effective.work()) {
      case SolveSpec.Work.Graph graph -> await(solving);
      case SolveSpec.Work.Frontend frontend -> await(solving);
      case SolveSpec.Work.Function(BuildFunction function) -> await(function, effective, session, solving);
      case SolveSpec.Work.Forwarded forwarded ->
          await(forwarded(forwarded, effective, asked), effective, session, solving);
    };
  }

  private static BuildFunction forwarded(
      SolveSpec.Work.Forwarded work, SolveSpec effective, List<CacheEntry> asked) {
    return new ForwardedBuild(work, effective.options(), SolveRequests.frontendOptions(effective), asked);
  }

  private SolveResponse await(
      BuildFunction function, SolveSpec effective, SessionTunnel session, ListenableFuture<SolveResponse> solving)
      throws InterruptedException {
    return new FunctionBuild(daemon, calls, effective, ref, session.id()).await(function, solving);
  }

  private ListenableFuture<SolveResponse> solving(SolveRequest request) {
    Context previous = calls.attach();
    try {
      return ControlGrpc.newFutureStub(transport.channel()).solve(request);
    } finally {
      calls.detach(previous);
    }
  }

  static SolveResponse await(ListenableFuture<SolveResponse> solving) throws InterruptedException {
    try {
      return solving.get();
    } catch (ExecutionException e) {
      throw Causes.plainly(GrpcErrors.translate(e.getCause())).during("failed to solve");
    } catch (CancellationException e) {
      throw new DaemonException(Kind.CANCELLED, "failed to solve: Canceled: context canceled");
    }
  }

  @Override
  public String ref() {
    return ref;
  }

  @Override
  public CompletableFuture<SolveOutcome> result() {
    return result;
  }

  @Override
  public SolveOutcome await() throws InterruptedException {
    return result.await();
  }

  @Override
  public void cancel() {
    calls.cancel(null);
  }
}
