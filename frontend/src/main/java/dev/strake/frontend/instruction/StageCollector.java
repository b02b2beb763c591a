package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts instructions into their stages. Mutable. */
final class StageCollector {

  private final SourceFile source;
  private final DiagnosticSink sink;
  private final List<ArgCommand> globalArgs = new ArrayList<>();
  private final List<Stage> stages = new ArrayList<>();
  private @Nullable From from;
  private List<Command> commands = new ArrayList<>();
  // A FROM with an error begins a stage all the same: what follows is not outside of every stage.
  private boolean inStage;

  StageCollector(SourceFile source, DiagnosticSink sink) {
    this.source = source;
    this.sink = sink;
  }

  void add(Instruction instruction) {
    switch (instruction) {
      case From next -> {
        finishStage();
        from = next;
        inStage = true;
      }
      case ArgCommand arg when !inStage -> globalArgs.add(arg);
      case Command command -> {
        if (!inStage) {
          report(command.statement(), InstructionDiagnostics.noBuildStage());
          // Said once: the commands behind it miss the same FROM.
          inStage = true;
        }
        commands.add(command);
      }
    }
  }

  void addBroken(Statement statement, Problem problem) {
    report(statement, InstructionDiagnostics.inDockerfile(problem, statement.lines().first()));
    if (statement.keyword().equalsIgnoreCase("from")) {
      finishStage();
      inStage = true;
    }
  }

  Stages stages() {
    finishStage();
    return new Stages(globalArgs, stages);
  }

  private void finishStage() {
    if (from != null) {
      stages.add(new Stage(from, commands));
    }
    from = null;
    commands = new ArrayList<>();
  }

  private void report(Statement statement, Problem problem) {
    sink.add(problem.in(source, statement.span(), statement.lines()));
  }
}
