package dev.strake.bridge.cli;

import dev.strake.bridge.builders.BuilderDiagnostics;
import dev.strake.bridge.builders.BuilderFailed;
import dev.strake.bridge.daemon.DaemonDiagnostics;
import dev.strake.bridge.error.DaemonException;
import dev.strake.bridge.error.SourceExcerpt;
import dev.strake.bridge.host.FileErrors;
import dev.strake.bridge.host.HostFailure;
import dev.strake.bridge.host.Session;
import dev.strake.frontend.CompileFailed;
import dev.strake.frontend.port.GatewayException;
import dev.strake.grammar.diagnostics.Diagnostic;
import dev.strake.grammar.diagnostics.Diagnostic.LineRange;
import dev.strake.grammar.diagnostics.DiagnosticRenderer;
import dev.strake.grammar.diagnostics.LineExcerpt;
import dev.strake.grammar.diagnostics.Palette;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Tells a person what went wrong: where, what, and what to do about it; never a stack trace, but for
 * {@code --debug}.
 */
final class FailureReport {

  private static final int WIDTH = 160;

  private final PrintStream err;
  private final boolean debug;
  private final DiagnosticRenderer renderer;

  FailureReport(Session session, boolean debug) {
    this.err = session.streams().err();
    this.debug = debug;
    boolean colors = session.streams().errIsTerminal() && session.host().variable("NO_COLOR").isEmpty();
    this.renderer = new DiagnosticRenderer(colors ? Palette.ANSI : Palette.PLAIN, WIDTH);
  }

  /** Prints the failure and returns the exit code that goes with it. */
  int print(Throwable failure) {
    if (debug) {
      failure.printStackTrace(err);
    }
    switch (failure) {
      case UsageException usage -> {
        err.println("strake: " + usage.getMessage());
        err.println("  " + usage.remedy());
        return ExitCode.USAGE;
      }
      case BuilderFailed builder -> {
        print(builder.getCause());
        print(BuilderDiagnostics.failed(builder.share()));
      }
      case CompileFailed compile -> printCompileFailed(compile);
      case HostFailure host -> print(host.diagnostic());
      case DaemonException daemon -> printDaemonFailure(daemon);
      case UncheckedIOException io -> print(CliDiagnostics.inputOutput(FileErrors.describe(io.getCause())));
      case IOException io -> print(CliDiagnostics.inputOutput(FileErrors.describe(io)));
      case InterruptedException interrupted -> print(CliDiagnostics.canceled());
      default -> print(CliDiagnostics.bug(failure));
    }
    return ExitCode.FAILED;
  }

  /** Prints one thing that was found. */
  void print(Diagnostic diagnostic) {
    print(List.of(diagnostic));
  }

  /** Prints what was found. */
  void print(List<Diagnostic> diagnostics) {
    err.print(renderer.render(diagnostics));
    err.flush();
  }

  private void printCompileFailed(CompileFailed failure) {
    // The warnings are the display's to show: the frontend has told them to the daemon.
    List<Diagnostic> errors = failure.diagnostics().stream().filter(Diagnostic::isError).toList();
    print(errors);
    if (errors.isEmpty()) {
      for (List<LineRange> lines : failure.places()) {
        failure.source()
            .map(source -> LineExcerpt.of(source.filename(), source.data(), lines))
            .ifPresent(err::print);
      }
      Optional<GatewayException> cause = failure.gatewayCause();
      Throwable origin = cause.map(Throwable::getCause).orElse(null);
      if (origin instanceof DaemonException daemon) {
        daemon.sources().stream().map(SourceExcerpt::render).forEach(err::print);
      }
      print(CliDiagnostics.solve(String.valueOf(failure.getMessage())));
    }
  }

  private void printDaemonFailure(DaemonException failure) {
    failure.sources().stream().map(SourceExcerpt::render).forEach(err::print);
    print(
        switch (failure.kind()) {
          case UNAVAILABLE, TIMEOUT -> DaemonDiagnostics.unreachable(failure.getMessage());
          case CANCELLED -> CliDiagnostics.canceled();
          case INVALID_ARGUMENT, NOT_FOUND, ALREADY_EXISTS, PERMISSION_DENIED, UNIMPLEMENTED, FAILED ->
              CliDiagnostics.solve(String.valueOf(failure.getMessage()));
        });
  }
}
