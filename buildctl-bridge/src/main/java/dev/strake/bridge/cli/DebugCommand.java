package dev.strake.bridge.cli;

import dev.strake.bridge.host.Session;
import dev.strake.frontend.ast.AstBuilder;
import dev.strake.frontend.ast.Dockerfile;
import dev.strake.frontend.instruction.InstructionParser;
import dev.strake.frontend.instruction.Stages;
import dev.strake.frontend.lint.Linter;
import dev.strake.frontend.text.PhasePrinter;
import dev.strake.grammar.DockerfileLexer;
import dev.strake.grammar.DockerfileSyntax;
import dev.strake.grammar.SyntaxLimits;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.antlr.v4.runtime.Token;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code strake debug}: what each phase makes of a Dockerfile. */
@Command(
    name = "debug",
    mixinStandardHelpOptions = true,
    description = "Shows what each phase makes of a Dockerfile.")
final class DebugCommand implements Runnable {

  private static final String FILE = "A Dockerfile, or a folder that has one.";

  private final Session session;

  @Spec private CommandSpec spec = CommandSpec.create();

  DebugCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing required subcommand");
  }

  @Command(mixinStandardHelpOptions = true, description = "The tokens, hidden ones too, with their places.")
  int tokens(@Parameters(paramLabel = "FILE", description = FILE) String name) throws IOException {
    SourceFile file = read(name);
    DiagnosticSink sink = new DiagnosticSink();
    for (Token token : DockerfileSyntax.parse(file, SyntaxLimits.DEFAULT, sink).tokens()) {
      if (token.getType() != Token.EOF) {
        int start = token.getStartIndex();
        session.streams().out().printf(
            "%d:%d\t%s\t%s%n",
            file.lineOf(start),
            file.columnOf(start),
            DockerfileLexer.VOCABULARY.getSymbolicName(token.getType()),
            escaped(token.getText()));
      }
    }
    return report(sink);
  }

  @Command(mixinStandardHelpOptions = true, description = "The syntax tree.")
  int ast(@Parameters(paramLabel = "FILE", description = FILE) String name) throws IOException {
    DiagnosticSink sink = new DiagnosticSink();
    session.streams().out().print(PhasePrinter.ast(AstBuilder.parse(read(name), SyntaxLimits.DEFAULT, sink)));
    return report(sink);
  }

  @Command(mixinStandardHelpOptions = true, description = "The stages and their instructions.")
  int stages(@Parameters(paramLabel = "FILE", description = FILE) String name) throws IOException {
    SourceFile file = read(name);
    DiagnosticSink sink = new DiagnosticSink();
    Dockerfile dockerfile = AstBuilder.parse(file, SyntaxLimits.DEFAULT, sink);
    Stages stages = InstructionParser.parse(dockerfile, Linter.disabled(), sink);
    session.streams().out().print(PhasePrinter.stages(stages, file));
    return report(sink);
  }

  private SourceFile read(String name) throws IOException {
    Path path = session.folder().resolve(name);
    Path file = Files.isDirectory(path) ? path.resolve("Dockerfile") : path;
    if (!Files.isRegularFile(file)) {
      throw new UsageException("there is no Dockerfile " + file, "name a Dockerfile, or a folder that has one");
    }
    return SourceFile.of(file.getFileName().toString(), Files.readAllBytes(file));
  }

  private int report(DiagnosticSink sink) {
    session.streams().out().flush();
    FailureReport report = new FailureReport(session, false);
    report.print(sink.all());
    return sink.hasErrors() ? ExitCode.FAILED : ExitCode.OK;
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
  }
}
