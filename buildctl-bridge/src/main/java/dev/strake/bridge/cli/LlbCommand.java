package dev.strake.bridge.cli;

import dev.strake.bridge.host.Session;
import dev.strake.bridge.progress.QuietDisplay;
import dev.strake.bridge.trace.CommandTrace;
import dev.strake.llb.text.LlbPrinter;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code strake debug llb}. */
@Command(
    name = "llb",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "The LLB graph that would be built. Asks the daemon for base images.")
final class LlbCommand implements Callable<Integer> {

  private final Session session;
  private final CommandTrace trace;

  @Mixin private SourceOptions source = new SourceOptions();
  @Mixin private DaemonOptions daemon = new DaemonOptions();

  LlbCommand(Session session, CommandTrace trace) {
    this.session = session;
    this.trace = trace;
  }

  @Override
  public Integer call() throws Exception {
    GraphCapture capture = new GraphCapture();
    QuietDisplay display = new QuietDisplay(session.streams().err());
    new Subrequest(session, trace, connector -> connector.connect(daemon))
        .run(source, UnaryOperator.identity(), capture, display);
    capture.graphs().forEach((platform, graph) -> {
      if (!platform.isEmpty()) {
        session.streams().out().println("; " + platform);
      }
      session.streams().out().print(LlbPrinter.print(graph));
    });
    return ExitCode.OK;
  }
}
