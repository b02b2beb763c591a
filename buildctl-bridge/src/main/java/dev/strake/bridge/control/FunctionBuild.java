package dev.strake.bridge.control;

import com.google.common.util.concurrent.ListenableFuture;
import dev.strake.bridge.gateway.BuildEnvironment;
import dev.strake.bridge.gateway.ControlGateway;
import dev.strake.bridge.proto.control.SolveResponse;
import dev.strake.bridge.ssh.SshHostKeys;
import dev.strake.frontend.CompileFailed;
import dev.strake.frontend.port.GatewayException;
import dev.strake.frontend.port.GatewayPort;
import io.grpc.Context;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The part of a build that runs a function of this process beside the daemon's own work on it. */
final class FunctionBuild {

  /** How long the daemon may take to fail a build whose function has failed. */
  private static final int PATIENCE_SECONDS = 5;

  private final DaemonCalls daemon;
  private final Context.CancellableContext calls;
  private final SolveSpec spec;
  private final String ref;
  private final String sessionId;

  FunctionBuild(
      DaemonCalls daemon, Context.CancellableContext calls, SolveSpec spec, String ref, String sessionId) {
    this.daemon = daemon;
    this.calls = calls;
    this.spec = spec;
    this.ref = ref;
    this.sessionId = sessionId;
  }

  /**
   * Runs the function, and waits for the daemon. Where both fail, the function's failure is the one that tells more,
   * unless it only passes on what the daemon has said.
   */
  SolveResponse await(BuildFunction function, ListenableFuture<SolveResponse> solving) throws InterruptedException {
    CompletableFuture<@Nullable Throwable> ended = new CompletableFuture<>();
    // A thread of the platform: a compiler may need more stack than a virtual thread's first few frames.
    Thread thread =
        Thread.ofPlatform().daemon().name("strake-function-" + ref).start(() -> ended.complete(run(function)));
    ended.thenAccept(failure -> giveUpLater(failure, solving));
    try {
      SolveResponse response = BuildRun.await(solving);
      // The answer to the function's last call may come behind the daemon's to the whole.
      failureOf(ended);
      return response;
    } catch (RuntimeException daemonFailure) {
      Throwable own = failureOf(ended);
      if (own instanceof RuntimeException failure && !isDaemons(failure)) {
        throw failure;
      }
      if (own instanceof Error failure) {
        throw failure;
      }
      throw daemonFailure;
    } finally {
      thread.interrupt();
    }
  }

  /** The function ends a moment after the daemon has its failure, or has none. */
  private static @Nullable Throwable failureOf(CompletableFuture<@Nullable Throwable> ended)
      throws InterruptedException {
    try {
      return ended.get(1, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return null;
    }
  }

  private @Nullable Throwable run(BuildFunction function) {
    Context previous = calls.attach();
    try {
      BuildEnvironment environment =
          new BuildEnvironment(
              SolveRequests.frontendOptions(spec),
              sessionId,
              spec.product(),
              daemon.listWorkers(List.of()).stream().map(FunctionBuild::worker).toList());
      ControlGateway.run(daemon.transport().channel(), ref, environment, SshHostKeys::scan, function::build);
      return null;
    } catch (Throwable failure) {
      return failure;
    } finally {
      calls.detach(previous);
    }
  }

  private void giveUpLater(@Nullable Throwable failure, ListenableFuture<SolveResponse> solving) {
    if (failure == null) {
      return;
    }
    try {
      solving.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      solving.cancel(true);
    } catch (ExecutionException | InterruptedException e) {
      // The daemon has given up itself.
    }
  }

  private static boolean isDaemons(RuntimeException failure) {
    return failure instanceof GatewayException
        || (failure instanceof CompileFailed compile
            && compile.gatewayCause().isPresent()
            && compile.diagnostics().isEmpty());
  }

  private static GatewayPort.WorkerInfo worker(WorkerRecord worker) {
    return new GatewayPort.WorkerInfo(worker.id(), worker.labels(), worker.platforms(), worker.version().version());
  }
}
