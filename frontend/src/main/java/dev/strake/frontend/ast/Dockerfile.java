package dev.strake.frontend.ast;

import dev.strake.grammar.source.SourceFile;
import java.util.List;

/**
 * A parsed Dockerfile.
 *
 * @param source the file that it was parsed from
 * @param escape the escape character, {@code \} or {@code `}
 * @param directives the parser directives at the file's head, in order
 * @param statements the instructions, in order; those that could not be parsed are missing, and errors in the sink
 * @param emptyContinuations for each logical line with blank lines in it, in order: its last line, where the reference
 *     puts its warning
 */
public record Dockerfile(
    SourceFile source,
    char escape,
    List<Directive> directives,
    List<Statement> statements,
    List<Integer> emptyContinuations) {

  public Dockerfile {
    directives = List.copyOf(directives);
    statements = List.copyOf(statements);
    emptyContinuations = List.copyOf(emptyContinuations);
  }
}
