package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.lint.Linter;

/** {@code LABEL}. */
final class LabelParser implements StatementParser {

  @Override
  public Outcome<LabelCommand> parse(Statement statement, Linter linter) {
    return FlagParser.NONE
        .parse(statement.flags())
        .then(flags -> KeyValuePair.listOf("LABEL", statement.form()))
        .map(pairs -> new LabelCommand(statement, pairs));
  }
}
