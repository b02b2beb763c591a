package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.AstBuilder;
import dev.strake.frontend.ast.Dockerfile;
import dev.strake.frontend.lint.LintConfig;
import dev.strake.frontend.lint.Linter;
import dev.strake.frontend.stage.StageWarnings;
import dev.strake.grammar.SyntaxLimits;
import dev.strake.grammar.diagnostics.Diagnostic;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.diagnostics.Severity;
import dev.strake.grammar.source.SourceFile;
import java.util.List;

/** A Dockerfile's instructions and what is said about them. */
record Parse(SourceFile source, Stages stages, List<Diagnostic> diagnostics) {

  static Parse of(String dockerfile) {
    SourceFile source = SourceFile.of("Dockerfile", dockerfile);
    DiagnosticSink sink = new DiagnosticSink();
    Dockerfile syntax = AstBuilder.parse(source, SyntaxLimits.DEFAULT, sink);
    Linter linter = Linter.of(LintConfig.of(source, sink).orElseThrow(), source, sink);
    Stages stages = InstructionParser.parse(syntax, linter, sink);
    StageWarnings.names(stages.stages(), linter);
    StageWarnings.casing(stages.stages(), linter);
    return new Parse(source, stages, sink.all());
  }

  /** The only command of a stage. */
  static <C extends Command> C command(Class<C> type, String instruction) {
    Parse parse = of("FROM scratch\n" + instruction);
    if (!parse.errors().isEmpty()) {
      throw new AssertionError(parse.errors());
    }
    List<Command> commands = parse.stages().stages().getFirst().commands();
    if (commands.size() != 1) {
      throw new AssertionError(commands);
    }
    return type.cast(commands.getFirst());
  }

  List<Diagnostic> errors() {
    return diagnostics.stream().filter(Diagnostic::isError).toList();
  }

  List<Diagnostic> warnings() {
    return diagnostics.stream().filter(diagnostic -> diagnostic.severity() == Severity.WARNING).toList();
  }

  /** The text that each error points at. */
  List<String> errorTexts() {
    return errors().stream().map(error -> source.text(error.span().orElseThrow())).toList();
  }
}
