package dev.strake.frontend.lower;

import dev.strake.frontend.ast.Place;
import dev.strake.frontend.instruction.Problem;
import dev.strake.frontend.lint.Linter;
import dev.strake.frontend.stage.StageCommand;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.source.SourceFile;
import java.util.List;

/**
 * One command on its way through lowering, with what it may need to know and to tell.
 *
 * @param scope the stage that it belongs to
 * @param linter with the command's own {@code # check=}
 */
record Step(StageCommand command, StageScope scope, Linter linter, SourceFile source, DiagnosticSink sink) {

  Place place() {
    return command.place();
  }

  String os() {
    return scope.platform().os();
  }

  List<Integer> sources() {
    return command.sources();
  }

  /** Reports an error; the stage stays as it was, so that the commands behind are looked at, too. */
  StageState fail(StageState state, Problem problem) {
    report(problem);
    return state;
  }

  void report(Problem problem) {
    // A trigger's words stand in no file.
    Problem anywhere = command.trigger() ? problem.unplaced() : problem;
    sink.add(anywhere.in(source, place().span(), place().lines()));
  }
}
