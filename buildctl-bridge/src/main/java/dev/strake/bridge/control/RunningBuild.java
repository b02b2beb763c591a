package dev.strake.bridge.control;

/**
 * A build on its way. Its result may also fail with an {@link java.io.UncheckedIOException} where this side could not
 * write an export, or with what a build function threw; cancelling it stops the build on the daemon.
 *
 * <pre>{@code
 * RunningBuild build = client.solve(spec, ProgressListener.none());
 * System.out.println(build.await().exporterResponse().get("containerimage.digest"));
 * }</pre>
 */
public interface RunningBuild extends DaemonCall<SolveOutcome> {

  /** The build's id. */
  String ref();
}
