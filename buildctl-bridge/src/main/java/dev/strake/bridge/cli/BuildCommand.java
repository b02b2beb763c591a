package dev.strake.bridge.cli;

import dev.strake.bridge.cli.progress.LiveDisplay;
import dev.strake.bridge.cli.progress.PlainDisplay;
import dev.strake.bridge.cli.progress.ProgressDisplay;
import dev.strake.bridge.cli.progress.QuietDisplay;
import dev.strake.bridge.cli.progress.Terminal;
import dev.strake.bridge.control.DaemonClient;
import dev.strake.bridge.control.SolveOutcome;
import dev.strake.bridge.host.Session;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code strake build}. */
@Command(
    name = "build",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Builds a Dockerfile.",
    footer = {
      "",
      "Exit codes: 0 built, 1 the build failed, 2 the command line makes no sense.",
      "",
      "Example: strake build -t hello:1 -o type=oci,dest=hello.tar testdata/examples/hello"
    })
final class BuildCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private SourceOptions source = new SourceOptions();
  @Mixin private ResultOptions result = new ResultOptions();
  @Mixin private DaemonOptions daemon = new DaemonOptions();

  @Option(
      names = "--progress",
      paramLabel = "MODE",
      description = "auto (default), plain, tty or quiet. NO_COLOR turns colours off.")
  private String progress = "auto";

  BuildCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    // Read first: a wrong word must not cost a connection.
    boolean live = wantsLiveDisplay();
    try (TemporaryFolder temporary = new TemporaryFolder()) {
      BuildRequest request =
          new BuildRequestReader(session.host(), session.streams(), session.folder(), temporary, session::notice)
              .read(source, result);
      try (DaemonClient client = new DaemonConnector(session.host(), session::notice).connect(daemon)) {
        Frontend frontend = new Frontend();
        SolveOutcome outcome =
            new BuildRunner(client, session.guard()).run(request.toSolveSpec(frontend), display(live));
        report(outcome, request, frontend);
        return ExitCode.OK;
      }
    }
  }

  private boolean wantsLiveDisplay() {
    boolean terminal = session.streams().errIsTerminal();
    return switch (progress) {
      case "auto" -> terminal;
      case "plain", "quiet" -> false;
      case "tty" -> {
        if (!terminal) {
          throw new UsageException("--progress=tty: standard error is no terminal", "take plain or auto");
        }
        yield true;
      }
      default ->
          throw new UsageException(
              "--progress=" + progress + ": there is no such mode", "the modes are auto, plain, tty, quiet");
    };
  }

  private ProgressDisplay display(boolean live) {
    if (live) {
      boolean colors = session.host().variable("NO_COLOR").isEmpty();
      return new LiveDisplay(session.streams().err(), Terminal.ofProcess(colors));
    }
    return progress.equals("quiet")
        ? new QuietDisplay(session.streams().err())
        : new PlainDisplay(session.streams().err());
  }

  private void report(SolveOutcome outcome, BuildRequest request, Frontend frontend) throws IOException {
    if (result.metadataFile != null) {
      ResultFiles.writeMetadata(session.folder().resolve(result.metadataFile), outcome.exporterResponse());
    }
    if (result.iidFile != null) {
      ResultFiles.writeImageId(session.folder().resolve(result.iidFile), outcome.exporterResponse());
    }
    // The answer of a subrequest, such as --opt requestid=frontend.outline.
    Optional<String> answer = frontend.text("result.txt");
    answer.ifPresent(session.streams().out()::print);
    if (request.exports().isEmpty() && answer.isEmpty()) {
      session.notice("built, and kept in the build cache only: add -o or -t to get the result");
    }
  }
}
