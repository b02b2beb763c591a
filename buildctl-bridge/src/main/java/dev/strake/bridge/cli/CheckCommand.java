package dev.strake.bridge.cli;

import dev.strake.bridge.cli.argument.Arguments;
import dev.strake.bridge.cli.argument.CommandSyntax;
import dev.strake.bridge.cli.argument.Option;
import dev.strake.bridge.cli.argument.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code strake check}. */
final class CheckCommand implements Command {

  private static final Option FORMAT = Option.single("--format", "FORMAT", "text (default) or json.");

  private final Session session;

  CheckCommand(Session session) {
    this.session = session;
  }

  @Override
  public CommandSyntax syntax() {
    List<Option> options = new ArrayList<>(List.of(FORMAT));
    options.addAll(SourceOptions.ALL);
    options.addAll(DaemonOptions.ALL);
    return new CommandSyntax(
        "check",
        "Checks a Dockerfile and builds nothing.",
        Optional.of(SourceOptions.CONTEXT),
        options,
        List.of("Exit codes: 0 nothing found, 1 something found, 2 the command line makes no sense."));
  }

  @Override
  public int run(Arguments arguments) throws Exception {
    String key = metadataKey(arguments.one(FORMAT).orElse("text"));
    Frontend frontend = new Frontend();
    new Subrequest(session).run(arguments, request -> request.with("requestid", "frontend.lint"), frontend);
    session.streams().out().print(frontend.text(key).orElse(""));
    return frontend.text("result.statuscode").orElse("0").equals("0") ? ExitCode.OK : ExitCode.FAILED;
  }

  private static String metadataKey(String format) {
    return switch (format) {
      case "text" -> "result.txt";
      case "json" -> "result.json";
      default ->
          throw new UsageException("--format=" + format + ": there is no such format", "the formats are text, json");
    };
  }
}
