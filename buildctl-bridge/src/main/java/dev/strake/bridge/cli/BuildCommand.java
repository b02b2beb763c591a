package dev.strake.bridge.cli;

import dev.strake.bridge.control.DaemonClient;
import dev.strake.bridge.control.SolveOutcome;
import dev.strake.bridge.host.HostFailure;
import dev.strake.bridge.host.Session;
import dev.strake.bridge.progress.ProgressDisplay;
import dev.strake.bridge.progress.ProgressMode;
import dev.strake.bridge.trace.CommandTrace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
  private final CommandTrace trace;

  @Mixin private SourceOptions source = new SourceOptions();
  @Mixin private StepOptions steps = new StepOptions();
  @Mixin private ResultOptions result = new ResultOptions();
  @Mixin private DaemonOptions daemon = new DaemonOptions();

  @Option(
      names = "--progress",
      paramLabel = "MODE",
      description = "auto (default), plain, tty, rawjson or quiet; BUILDKIT_PROGRESS sets another default."
          + " NO_COLOR turns colours off.")
  private String progress = "auto";

  @Option(
      names = "--builder",
      paramLabel = "FILE",
      description = "Several daemons in place of one, and one index of what they build: a line"
          + " PLATFORM[,PLATFORM]=ADDRESS for each. Without --platform, all platforms of the file are built.")
  private @Nullable String builderFile;

  BuildCommand(Session session, CommandTrace trace) {
    this.session = session;
    this.trace = trace;
  }

  @Override
  public Integer call() throws Exception {
    // Read first: a wrong word must not cost a connection.
    ProgressMode mode = progressMode();
    Optional<CallOption> call = CallOption.of(result);
    Optional<SeveralBuilders> builders = builders();
    try (TemporaryFolder temporary = new TemporaryFolder()) {
      BuildRequest plain =
          new BuildRequestReader(session.host(), session.streams(), session.folder(), temporary, session::notice)
              .read(source, steps, result.labels);
      if (call.isPresent()) {
        return ask(call.get(), plain, mode);
      }
      try (OptionalLoader loader = OptionalLoader.start(result.load, session)) {
        BuildRequest request =
            plain.with(new ExportReader(session.streams(), session.folder()).read(result, loader.get()));
        Frontend frontend = frontend();
        SolveOutcome outcome =
            builders.isPresent() ? builders.get().run(request, display(mode)) : run(request, frontend, mode);
        loader.finish();
        report(outcome, request, frontend);
        return ExitCode.OK;
      }
    }
  }

  private SolveOutcome run(BuildRequest request, Frontend frontend, ProgressMode mode) throws Exception {
    try (DaemonClient client = new DaemonConnector(session, trace).connect(daemon)) {
      return new BuildRunner(client, session).run(request.toSolveSpec(frontend), display(mode));
    }
  }

  private ProgressDisplay display(ProgressMode mode) {
    return mode.open(session.streams().err(), session.streams().errIsTerminal(), session.host());
  }

  /** The builders that were named, which also say for which platforms to build where nothing else does. */
  private Optional<SeveralBuilders> builders() throws HostFailure {
    if (builderFile == null) {
      return Optional.empty();
    }
    if (daemon.address().isPresent() || result.load || CallOption.of(result).isPresent()) {
      throw new UsageException(
          "--builder does not go with --addr, --load, --call and --check",
          "these take one daemon: leave --builder out");
    }
    Path file = session.folder().resolve(builderFile);
    return Optional.of(SeveralBuilders.read(session, trace, file, source.platforms));
  }

  private Frontend frontend() {
    // Where nobody says which daemon, it is one of this machine.
    String address =
        daemon.address().or(() -> session.host().variable("BUILDKIT_HOST")).orElse("unix://");
    return Frontend.at(address, session.host());
  }

  /** Asks the frontend instead of building. */
  private int ask(CallOption call, BuildRequest request, ProgressMode mode) throws Exception {
    Frontend frontend = frontend();
    run(request.with("requestid", call.request()), frontend, mode == ProgressMode.AUTO ? ProgressMode.QUIET : mode);
    frontend.text(call.json() ? "result.json" : "result.txt").ifPresent(session.streams().out()::print);
    return frontend.text("result.statuscode").orElse("0").equals("0") ? ExitCode.OK : ExitCode.FAILED;
  }

  private ProgressMode progressMode() {
    if (result.quiet) {
      return ProgressMode.QUIET;
    }
    String name = ProgressMode.asked(progress, session.host());
    ProgressMode mode =
        ProgressMode.of(name)
            .orElseThrow(
                () ->
                    new UsageException(
                        "--progress=" + name + ": there is no such mode",
                        "the modes are auto, plain, tty, rawjson, quiet"));
    if (mode == ProgressMode.TTY && !session.streams().errIsTerminal()) {
      throw new UsageException("--progress=tty: standard error is no terminal", "take plain or auto");
    }
    return mode;
  }

  private void report(SolveOutcome outcome, BuildRequest request, Frontend frontend) throws IOException {
    Map<String, String> response = outcome.exporterResponse();
    if (result.metadataFile != null) {
      ResultFiles.writeMetadata(session.folder().resolve(result.metadataFile), response);
    }
    if (result.iidFile != null) {
      ResultFiles.writeImageId(session.folder().resolve(result.iidFile), response);
    }
    if (result.quiet) {
      ResultFiles.imageId(response).ifPresent(session.streams().out()::println);
    }
    // The answer of a subrequest, such as --opt requestid=frontend.outline.
    Optional<String> answer = frontend.text("result.txt");
    answer.ifPresent(session.streams().out()::print);
    if (request.exports().isEmpty() && answer.isEmpty()) {
      session.notice("built, and kept in the build cache only: add -o or -t to get the result");
    }
  }
}
