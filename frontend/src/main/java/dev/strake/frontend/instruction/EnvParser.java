package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.lint.Linter;

/** {@code ENV}. */
final class EnvParser implements StatementParser {

  @Override
  public Outcome<EnvCommand> parse(Statement statement, Linter linter) {
    return FlagParser.NONE
        .parse(statement.flags())
        .then(flags -> KeyValuePair.listOf("ENV", statement.form()))
        .map(pairs -> new EnvCommand(statement, pairs));
  }
}
