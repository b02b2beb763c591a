package dev.strake.bridge.cli;

import dev.strake.bridge.cli.argument.Arguments;
import dev.strake.bridge.cli.argument.CommandSyntax;
import dev.strake.bridge.cli.argument.Option;
import dev.strake.bridge.cli.argument.UsageException;
import dev.strake.bridge.cli.progress.LiveDisplay;
import dev.strake.bridge.cli.progress.PlainDisplay;
import dev.strake.bridge.cli.progress.ProgressDisplay;
import dev.strake.bridge.cli.progress.QuietDisplay;
import dev.strake.bridge.cli.progress.Terminal;
import dev.strake.bridge.control.DaemonClient;
import dev.strake.bridge.control.SolveOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code strake build}. */
final class BuildCommand implements Command {

  private final Session session;

  BuildCommand(Session session) {
    this.session = session;
  }

  @Override
  public CommandSyntax syntax() {
    List<Option> options = new ArrayList<>(ResultOptions.ALL);
    options.addAll(SourceOptions.ALL);
    options.addAll(DaemonOptions.ALL);
    return new CommandSyntax(
        "build",
        "Builds a Dockerfile.",
        Optional.of(SourceOptions.CONTEXT),
        options,
        List.of(
            "Exit codes: 0 built, 1 the build failed, 2 the command line makes no sense.",
            "Example: strake build -t hello:1 -o type=oci,dest=hello.tar testdata/examples/hello"));
  }

  @Override
  public int run(Arguments arguments) throws Exception {
    // Read first: a wrong word must not cost a connection.
    String progress = arguments.one(ResultOptions.PROGRESS).orElse("auto");
    boolean live = wantsLiveDisplay(progress);
    try (TemporaryFolder temporary = new TemporaryFolder()) {
      BuildRequest request =
          new BuildRequestReader(session.host(), session.streams(), session.folder(), temporary, session::notice)
              .read(arguments);
      try (DaemonClient client = new DaemonConnector(session.host(), session::notice).connect(arguments)) {
        Frontend frontend = new Frontend();
        ProgressDisplay display = display(live, progress);
        SolveOutcome outcome = new BuildRunner(client, session.guard()).run(request.toSolveSpec(frontend), display);
        report(outcome, arguments, request, frontend);
        return ExitCode.OK;
      }
    }
  }

  private boolean wantsLiveDisplay(String progress) {
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

  private ProgressDisplay display(boolean live, String progress) {
    if (live) {
      boolean colors = session.host().variable("NO_COLOR").isEmpty();
      return new LiveDisplay(session.streams().err(), Terminal.ofProcess(colors));
    }
    return progress.equals("quiet")
        ? new QuietDisplay(session.streams().err())
        : new PlainDisplay(session.streams().err());
  }

  private void report(SolveOutcome outcome, Arguments arguments, BuildRequest request, Frontend frontend)
      throws IOException {
    Optional<Path> metadata = arguments.one(ResultOptions.METADATA_FILE).map(session.folder()::resolve);
    if (metadata.isPresent()) {
      ResultFiles.writeMetadata(metadata.get(), outcome.exporterResponse());
    }
    Optional<Path> imageId = arguments.one(ResultOptions.IID_FILE).map(session.folder()::resolve);
    if (imageId.isPresent()) {
      ResultFiles.writeImageId(imageId.get(), outcome.exporterResponse());
    }
    // The answer of a subrequest, such as --opt requestid=frontend.outline.
    Optional<String> answer = frontend.text("result.txt");
    answer.ifPresent(session.streams().out()::print);
    if (request.exports().isEmpty() && answer.isEmpty()) {
      session.notice("built, and kept in the build cache only: add -o or -t to get the result");
    }
  }
}
