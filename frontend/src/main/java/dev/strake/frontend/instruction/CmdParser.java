package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.lint.Linter;

/** {@code CMD}. */
final class CmdParser implements StatementParser {

  @Override
  public Outcome<CmdCommand> parse(Statement statement, Linter linter) {
    return FlagParser.NONE.parse(statement.flags()).map(flags -> new CmdCommand(statement, CommandLine.of(statement)));
  }
}
