package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Dockerfile;
import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.lint.Linter;
import dev.strake.grammar.diagnostics.DiagnosticSink;

/** Turns statements into typed instructions. */
public final class InstructionParser {

  private InstructionParser() {}

  /**
   * Reads all instructions of a file. Errors go to the sink, the reference's first; instructions with errors are
   * missing in the result.
   */
  public static Stages parse(Dockerfile dockerfile, Linter linter, DiagnosticSink sink) {
    throw new UnsupportedOperationException();
  }

  /** Reads one instruction that stands in no file's stage: the trigger of an {@code ONBUILD}. */
  public static Outcome<Command> parseCommand(Statement statement) {
    throw new UnsupportedOperationException();
  }
}
