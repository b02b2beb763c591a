package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.lint.Linter;

/** {@code CMD}. */
final class CmdParser implements StatementParser {

  private static final FlagParser NO_FLAGS = new FlagParser();

  @Override
  public Outcome<CmdCommand> parse(Statement statement, Linter linter) {
    return NO_FLAGS.parse(statement.flags()).map(flags -> new CmdCommand(statement, CommandLine.of(statement)));
  }
}
