package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.lint.Linter;

/** {@code USER}. */
final class UserParser implements StatementParser {

  @Override
  public Outcome<UserCommand> parse(Statement statement, Linter linter) {
    Arguments arguments = Arguments.of(statement.form());
    if (arguments.count() != 1) {
      return Outcome.failure(InstructionDiagnostics.exactlyOneArgument("USER"));
    }
    return FlagParser.NONE.parse(statement.flags()).map(flags -> new UserCommand(statement, arguments.first()));
  }
}
