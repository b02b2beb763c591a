package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.lint.Linter;

/** {@code ENTRYPOINT}. */
final class EntrypointParser implements StatementParser {

  private static final FlagParser NO_FLAGS = new FlagParser();

  @Override
  public Outcome<EntrypointCommand> parse(Statement statement, Linter linter) {
    return NO_FLAGS.parse(statement.flags()).map(flags -> new EntrypointCommand(statement, CommandLine.of(statement)));
  }
}
