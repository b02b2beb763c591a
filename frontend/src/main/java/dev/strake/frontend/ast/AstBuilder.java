package dev.strake.frontend.ast;

import dev.strake.grammar.DockerfileSyntax;
import dev.strake.grammar.SyntaxLimits;
import dev.strake.grammar.SyntaxTree;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.source.SourceFile;

/** Makes the syntax tree of a Dockerfile. */
public final class AstBuilder {

  private AstBuilder() {}

  /** Reads a file: all its statements that could be read, and an error in the sink for each of the others. */
  public static Dockerfile parse(SourceFile file, SyntaxLimits limits, DiagnosticSink sink) {
    return build(DockerfileSyntax.parse(file, limits, sink), sink);
  }

  /** Makes the tree of what was parsed. */
  public static Dockerfile build(SyntaxTree tree, DiagnosticSink sink) {
    throw new UnsupportedOperationException();
  }
}
