package dev.strake.bridge.cli;

import dev.strake.bridge.cli.argument.Arguments;
import dev.strake.bridge.cli.argument.CommandSyntax;
import dev.strake.bridge.cli.argument.CommandSyntax.Operand;
import dev.strake.bridge.cli.argument.UsageException;
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

/** {@code strake debug}: what each of the phases that need no daemon makes of a Dockerfile. */
final class DebugCommands {

  private static final Operand FILE = new Operand("FILE", "A Dockerfile, or a folder that has one.");

  private final Session session;

  private DebugCommands(Session session) {
    this.session = session;
  }

  static Command tokens(Session session) {
    return new SimpleCommand(
        CommandSyntax.of("debug tokens", "Shows the tokens, hidden ones too, with their places.").with(FILE),
        new DebugCommands(session)::tokens);
  }

  static Command ast(Session session) {
    return new SimpleCommand(
        CommandSyntax.of("debug ast", "Shows the syntax tree.").with(FILE), new DebugCommands(session)::ast);
  }

  static Command stages(Session session) {
    return new SimpleCommand(
        CommandSyntax.of("debug stages", "Shows the stages and their instructions.").with(FILE),
        new DebugCommands(session)::stages);
  }

  private int tokens(Arguments arguments) throws IOException {
    SourceFile file = read(arguments);
    DiagnosticSink sink = new DiagnosticSink();
    for (Token token : DockerfileSyntax.parse(file, SyntaxLimits.DEFAULT, sink).tokens()) {
      if (token.getType() != Token.EOF) {
        int start = token.getStartIndex();
        String place = file.lineOf(start) + ":" + file.columnOf(start);
        String type = DockerfileLexer.VOCABULARY.getSymbolicName(token.getType());
        session.streams().out().println(place + "\t" + type + "\t" + escaped(token.getText()));
      }
    }
    return report(sink);
  }

  private int ast(Arguments arguments) throws IOException {
    DiagnosticSink sink = new DiagnosticSink();
    Dockerfile dockerfile = AstBuilder.parse(read(arguments), SyntaxLimits.DEFAULT, sink);
    session.streams().out().print(PhasePrinter.ast(dockerfile));
    return report(sink);
  }

  private int stages(Arguments arguments) throws IOException {
    SourceFile file = read(arguments);
    DiagnosticSink sink = new DiagnosticSink();
    Dockerfile dockerfile = AstBuilder.parse(file, SyntaxLimits.DEFAULT, sink);
    Stages stages = InstructionParser.parse(dockerfile, Linter.disabled(), sink);
    session.streams().out().print(PhasePrinter.stages(stages, file));
    return report(sink);
  }

  private SourceFile read(Arguments arguments) throws IOException {
    Path path = session.folder().resolve(arguments.operand());
    Path file = Files.isDirectory(path) ? path.resolve("Dockerfile") : path;
    if (!Files.isRegularFile(file)) {
      throw new UsageException("there is no Dockerfile " + file, "name a Dockerfile, or a folder that has one");
    }
    return SourceFile.of(file.getFileName().toString(), Files.readAllBytes(file));
  }

  private int report(DiagnosticSink sink) {
    session.streams().out().flush();
    FailureReport report = new FailureReport(session.streams().err(), false);
    sink.all().forEach(report::print);
    return sink.hasErrors() ? ExitCode.FAILED : ExitCode.OK;
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
  }
}
