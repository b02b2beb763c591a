package dev.strake.grammar;

import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.source.SourceFile;

/** The entry to lexer and parser; nothing else makes one. */
public final class DockerfileSyntax {

  private DockerfileSyntax() {}

  /** Reads a file. There is always a tree; what goes over a limit is reported, and the tree ends in front of it. */
  public static SyntaxTree parse(SourceFile file, SyntaxLimits limits, DiagnosticSink sink) {
    throw new UnsupportedOperationException();
  }
}
