package dev.strake.bridge.cli;

import dev.strake.bridge.cli.argument.Arguments;
import dev.strake.bridge.cli.argument.CommandSyntax;
import dev.strake.bridge.cli.argument.Option;
import dev.strake.llb.text.LlbPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** {@code strake debug llb}. */
final class LlbCommand implements Command {

  private final Session session;

  LlbCommand(Session session) {
    this.session = session;
  }

  @Override
  public CommandSyntax syntax() {
    List<Option> options = new ArrayList<>(SourceOptions.ALL);
    options.addAll(DaemonOptions.ALL);
    return new CommandSyntax(
        "debug llb",
        "Shows the LLB graph that would be built.",
        Optional.of(SourceOptions.CONTEXT),
        options,
        List.of("It asks the daemon for base images, and has it build nothing."));
  }

  @Override
  public int run(Arguments arguments) throws Exception {
    GraphCapture capture = new GraphCapture();
    new Subrequest(session).run(arguments, UnaryOperator.identity(), capture);
    capture.graphs().forEach((platform, graph) -> {
      if (!platform.isEmpty()) {
        session.streams().out().println("; " + platform);
      }
      session.streams().out().print(LlbPrinter.print(graph));
    });
    return ExitCode.OK;
  }
}
