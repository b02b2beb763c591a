package dev.strake.bridge.cli;

import dev.strake.bridge.daemon.DaemonLocator;
import dev.strake.bridge.host.HostFailure;
import dev.strake.bridge.host.Session;
import dev.strake.bridge.progress.QuietDisplay;
import dev.strake.bridge.trace.CommandTrace;
import dev.strake.frontend.LintReport;
import dev.strake.grammar.diagnostics.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code strake check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Checks a Dockerfile and builds nothing: exit code 1 where there is something to say. Never starts a"
        + " daemon; without one, base images are not looked at.")
final class CheckCommand implements Callable<Integer> {

  private static final List<String> FORMATS = List.of("text", "json", "sarif");

  private final Session session;
  private final CommandTrace trace;

  @Mixin private SourceOptions source = new SourceOptions();
  @Mixin private AddressOption daemon = new AddressOption();

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default), json or sarif.")
  private String format = "text";

  CheckCommand(Session session, CommandTrace trace) {
    this.session = session;
    this.trace = trace;
  }

  @Override
  public Integer call() throws Exception {
    if (!FORMATS.contains(format)) {
      throw new UsageException(
          "--format=" + format + ": there is no such format", "the formats are " + String.join(", ", FORMATS));
    }
    LintReport report = look();
    switch (format) {
      case "json" -> session.streams().out().print(answer(report, "result.json"));
      case "sarif" -> session.streams().out().print(new SarifReport(report, path(report)).render());
      default -> printText(report);
    }
    return report.isClean() ? ExitCode.OK : ExitCode.FAILED;
  }

  private LintReport look() throws HostFailure, IOException, InterruptedException {
    if (new DaemonLocator(session.host()).locate(daemon.address()).isEmpty()) {
      return new OfflineLint(session).run(source);
    }
    LintFunction function = new LintFunction();
    new Subrequest(session, trace, connector -> connector.connect(daemon))
        .run(source, UnaryOperator.identity(), function, new QuietDisplay(session.streams().err()));
    return function.report();
  }

  private void printText(LintReport report) {
    session.streams().out().print(answer(report, "result.txt"));
    session.streams().out().flush();
    FailureReport failures = new FailureReport(session, false);
    failures.print(report.found().stream().filter(Diagnostic::isError).toList());
    report.refusal().map(CliDiagnostics::refused).ifPresent(failures::print);
  }

  private static String answer(LintReport report, String key) {
    return new String(report.metadata().get(key), StandardCharsets.UTF_8);
  }

  /** The Dockerfile as seen from the working folder, where it lies in it. */
  private String path(LintReport report) {
    String name = report.source().filename();
    Path file =
        source.file != null
            ? session.folder().resolve(source.file)
            : session.folder().resolve(source.context).resolve(name);
    Path plain = file.normalize();
    return (plain.startsWith(session.folder()) ? session.folder().relativize(plain) : plain).toString();
  }
}
