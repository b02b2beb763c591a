package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.lint.Linter;

/** Reads the statements of one kind. */
@FunctionalInterface
interface StatementParser {
  Outcome<? extends Instruction> parse(Statement statement, Linter linter);
}
