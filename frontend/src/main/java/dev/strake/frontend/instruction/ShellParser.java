package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.lint.Linter;

/** {@code SHELL}. */
final class ShellParser implements StatementParser {

  @Override
  public Outcome<ShellCommand> parse(Statement statement, Linter linter) {
    return FlagParser.NONE.parse(statement.flags()).then(flags -> shell(statement));
  }

  private static Outcome<ShellCommand> shell(Statement statement) {
    Arguments arguments = Arguments.of(statement.form());
    if (arguments.count() == 0) {
      return Outcome.failure(InstructionDiagnostics.atLeastOneArgument("SHELL"));
    }
    return arguments.json()
        ? Outcome.success(new ShellCommand(statement, arguments.words()))
        : Outcome.failure(InstructionDiagnostics.shellNotJson().at(statement.arguments().span()));
  }
}
