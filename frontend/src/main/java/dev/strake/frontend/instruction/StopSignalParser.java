package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.lint.Linter;

/** {@code STOPSIGNAL}, which does not look at its flags. */
final class StopSignalParser implements StatementParser {

  @Override
  public Outcome<StopSignalCommand> parse(Statement statement, Linter linter) {
    Arguments arguments = Arguments.of(statement.form());
    return arguments.count() == 1
        ? Outcome.success(new StopSignalCommand(statement, arguments.first()))
        : Outcome.failure(InstructionDiagnostics.exactlyOneArgument("STOPSIGNAL"));
  }
}
