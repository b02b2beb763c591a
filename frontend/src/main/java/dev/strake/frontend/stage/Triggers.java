package dev.strake.frontend.stage;

import dev.strake.frontend.ast.AstBuilder;
import dev.strake.frontend.ast.Dockerfile;
import dev.strake.frontend.ast.Place;
import dev.strake.frontend.instruction.Command;
import dev.strake.frontend.instruction.InstructionParser;
import dev.strake.frontend.instruction.Outcome;
import dev.strake.grammar.SyntaxLimits;
import dev.strake.grammar.diagnostics.Diagnostic;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.source.SourceFile;
import java.util.Optional;

/** Reads the instructions that {@code ONBUILD} keeps as text. */
final class Triggers {

  private final SourceFile source;
  private final SyntaxLimits limits;
  private final DiagnosticSink sink;

  Triggers(SourceUnit unit, SyntaxLimits limits) {
    this.source = unit.file();
    this.limits = limits;
    this.sink = unit.sink();
  }

  /**
   * The command in a trigger's text; the sink is told where there is none.
   *
   * @param from the {@code FROM} that sets it off
   */
  Optional<Command> parse(String text, Optional<Place> from) {
    Place place = from.orElse(Place.NOWHERE);
    DiagnosticSink own = new DiagnosticSink();
    Dockerfile file = AstBuilder.parse(SourceFile.of("ONBUILD", text), limits, own);
    Optional<Diagnostic> error = own.firstError();
    if (error.isPresent()) {
      sink.add(StageDiagnostics.trigger(source, place, error.get().code(), error.get().message()));
      return Optional.empty();
    }
    if (file.statements().size() != 1) {
      sink.add(StageDiagnostics.triggerNotSingle(source, place));
      return Optional.empty();
    }
    return switch (InstructionParser.parseCommand(file.statements().getFirst())) {
      case Outcome.Success<Command>(Command command) -> Optional.of(command);
      case Outcome.Failure<Command>(var problem) -> {
        sink.add(StageDiagnostics.trigger(source, place, problem.code(), problem.message()));
        yield Optional.empty();
      }
    };
  }
}
