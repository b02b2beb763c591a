package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.lint.Linter;

/** {@code WORKDIR}. */
final class WorkdirParser implements StatementParser {

  @Override
  public Outcome<WorkdirCommand> parse(Statement statement, Linter linter) {
    Arguments arguments = Arguments.of(statement.form());
    if (arguments.count() != 1) {
      return Outcome.failure(InstructionDiagnostics.exactlyOneArgument("WORKDIR"));
    }
    return FlagParser.NONE.parse(statement.flags()).map(flags -> new WorkdirCommand(statement, arguments.first()));
  }
}
