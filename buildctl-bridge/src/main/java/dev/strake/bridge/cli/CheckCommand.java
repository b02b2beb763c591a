package dev.strake.bridge.cli;

import dev.strake.bridge.cli.progress.QuietDisplay;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code strake check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Checks a Dockerfile and builds nothing: exit code 1 where there is something to say.")
final class CheckCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private SourceOptions source = new SourceOptions();
  @Mixin private DaemonOptions daemon = new DaemonOptions();

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
  private String format = "text";

  CheckCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    String key = metadataKey();
    Frontend frontend = new Frontend();
    QuietDisplay display = new QuietDisplay(session.streams().err());
    new Subrequest(session, daemon)
        .run(source, request -> request.with("requestid", "frontend.lint"), frontend, display);
    session.streams().out().print(frontend.text(key).orElse(""));
    return frontend.text("result.statuscode").orElse("0").equals("0") ? ExitCode.OK : ExitCode.FAILED;
  }

  private String metadataKey() {
    return switch (format) {
      case "text" -> "result.txt";
      case "json" -> "result.json";
      default ->
          throw new UsageException("--format=" + format + ": there is no such format", "the formats are text, json");
    };
  }
}
