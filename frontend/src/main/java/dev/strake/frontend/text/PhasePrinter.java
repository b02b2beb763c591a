package dev.strake.frontend.text;

import dev.strake.frontend.ast.Dockerfile;
import dev.strake.frontend.instruction.Stages;
import dev.strake.grammar.source.SourceFile;

/**
 * Writes what a phase makes of a Dockerfile as text: one line for each value and its plain fields, what it holds
 * indented below. Fields that are empty, false or zero are left out; {@code @3:5} is line 3, column 5.
 *
 * <p>For people and for tests: nothing reads it back.
 */
public final class PhasePrinter {

  private PhasePrinter() {}

  /** What the parser makes of a file. */
  public static String ast(Dockerfile dockerfile) {
    return new RecordWriter(dockerfile.source(), true).write(dockerfile);
  }

  /** What the instructions of a file say; a statement is shown as its lines only. */
  public static String stages(Stages stages, SourceFile file) {
    return new RecordWriter(file, false).write(stages);
  }
}
