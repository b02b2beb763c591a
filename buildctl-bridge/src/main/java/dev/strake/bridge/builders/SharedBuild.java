package dev.strake.bridge.builders;

import dev.strake.bridge.control.ConnectOptions;
import dev.strake.bridge.control.DaemonClient;
import dev.strake.bridge.control.ProgressListener;
import dev.strake.bridge.control.RunningBuild;
import dev.strake.bridge.control.SolveOutcome;
import dev.strake.bridge.control.SolveSpec;
import dev.strake.bridge.host.ShutdownGuard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Runs the shares of a build at the same time, each on its daemon. The first that fails has the others cancelled. */
public final class SharedBuild {

  private final ConnectOptions options;
  private final Function<Share, SolveSpec> specs;
  private final ProgressListener listener;

  /**
   * A build.
   *
   * @param options how each builder is reached
   * @param specs what each builder is to do
   * @param listener hears of all builders, of one at a time
   */
  public SharedBuild(ConnectOptions options, Function<Share, SolveSpec> specs, ProgressListener listener) {
    this.options = options;
    this.specs = specs;
    this.listener = listener;
  }

  /** Builds all, or fails; what they left behind, in the shares' order. */
  public Map<Share, SolveOutcome> run(List<Share> shares, ShutdownGuard guard)
      throws BuilderFailed, InterruptedException {
    List<DaemonClient> clients = new ArrayList<>();
    Map<Share, RunningBuild> builds = new LinkedHashMap<>();
    try {
      for (Share share : shares) {
        DaemonClient client = share.builder().connect(options);
        clients.add(client);
        builds.put(share, client.solve(specs.apply(share), new BuilderProgress(share, listener)));
      }
      try (ShutdownGuard.Registration registration =
          guard.onShutdown(() -> builds.values().forEach(RunningBuild::cancel))) {
        return await(builds);
      }
    } finally {
      clients.forEach(DaemonClient::close);
    }
  }

  private static Map<Share, SolveOutcome> await(Map<Share, RunningBuild> builds)
      throws BuilderFailed, InterruptedException {
    AtomicReference<BuilderFailed> first = new AtomicReference<>();
    List<CompletableFuture<?>> ends = new ArrayList<>();
    builds.forEach(
        (share, build) ->
            ends.add(
                build
                    .result()
                    .handle(
                        (outcome, failure) -> {
                          if (failure != null && first.compareAndSet(null, new BuilderFailed(share, failure))) {
                            builds.values().forEach(RunningBuild::cancel);
                          }
                          return outcome;
                        })));
    try {
      CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    if (first.get() != null) {
      throw first.get();
    }
    Map<Share, SolveOutcome> outcomes = new LinkedHashMap<>();
    for (Map.Entry<Share, RunningBuild> build : builds.entrySet()) {
      outcomes.put(build.getKey(), build.getValue().await());
    }
    return outcomes;
  }
}
