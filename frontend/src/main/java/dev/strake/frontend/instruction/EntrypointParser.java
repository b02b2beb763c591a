package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.lint.Linter;

/** {@code ENTRYPOINT}. */
final class EntrypointParser implements StatementParser {

  @Override
  public Outcome<EntrypointCommand> parse(Statement statement, Linter linter) {
    return FlagParser.NONE
        .parse(statement.flags())
        .map(flags -> new EntrypointCommand(statement, CommandLine.of(statement)));
  }
}
