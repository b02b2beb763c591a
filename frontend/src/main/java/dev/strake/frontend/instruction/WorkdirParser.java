package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.lint.Linter;

/** {@code WORKDIR}. */
final class WorkdirParser implements StatementParser {

  private static final FlagParser NO_FLAGS = new FlagParser();

  @Override
  public Outcome<WorkdirCommand> parse(Statement statement, Linter linter) {
    Arguments arguments = Arguments.of(statement.form());
    if (arguments.count() != 1) {
      return Outcome.failure(InstructionDiagnostics.exactlyOneArgument("WORKDIR"));
    }
    return NO_FLAGS.parse(statement.flags()).map(flags -> new WorkdirCommand(statement, arguments.first()));
  }
}
