package dev.strake.grammar;

import dev.strake.grammar.diagnostics.Diagnostic;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.source.SourceFile;
import dev.strake.grammar.source.Span;
import org.antlr.v4.runtime.Token;

/**
 * The entry to lexer and parser; nothing else makes one.
 *
 * <p>The time is linear in the file's size. No input makes it fail: what is over a limit is reported, and everything
 * else that can be wrong with a Dockerfile is for the reader of the tree to find.
 *
 * <pre>{@code
 * SyntaxTree tree = DockerfileSyntax.parse(file, SyntaxLimits.DEFAULT, sink);
 * }</pre>
 */
public final class DockerfileSyntax {

  private DockerfileSyntax() {}

  /** Reads a file. There is always a tree; what goes over a limit is reported, and the tree ends in front of it. */
  public static SyntaxTree parse(SourceFile file, SyntaxLimits limits, DiagnosticSink sink) {
    boolean refused = file.size() > limits.fileBytes();
    if (refused) {
      sink.add(SyntaxDiagnostics.fileTooLarge(file, limits.fileBytes()));
    }
    SourceFile read = refused ? SourceFile.of(file.name(), "") : file;
    DockerfileLexer lexer = new DockerfileLexer(new SourceChars(read, limits));
    lexer.removeErrorListeners();
    SourceTokens tokens = new SourceTokens(lexer);
    DockerfileParser parser = new DockerfileParser(tokens);
    parser.removeErrorListeners();
    parser.setErrorHandler(new TrustingErrorStrategy());
    SyntaxTree tree =
        new SyntaxTree(read, lexer.escape(), limits, refused, tokens.all(), parser.dockerfile());
    reportExcess(tree, lexer, limits, sink);
    return tree;
  }

  private static void reportExcess(
      SyntaxTree tree, DockerfileLexer lexer, SyntaxLimits limits, DiagnosticSink sink) {
    switch (lexer.excess()) {
      case NONE -> {}
      case LINE_LENGTH -> {
        Token rest = excessToken(tree);
        Span place = firstLine(tree.file(), rest);
        int before = tree.file().lineOf(rest.getStartIndex()) - 1;
        sink.add(SyntaxDiagnostics.lineTooLong(tree.file(), place, before, limits.lineBytes()));
      }
      case STATEMENTS -> sink.add(tooMany(tree, "instructions", limits.statements()));
      case TOKENS -> sink.add(tooMany(tree, "tokens", limits.tokens()));
      case HEREDOCS -> sink.add(tooMany(tree, "heredocs", limits.heredocs()));
      case ONBUILD_DEPTH ->
          sink.add(SyntaxDiagnostics.onbuildTooDeep(tree.file(), firstLine(tree.file(), excessToken(tree))));
    }
  }

  private static Diagnostic tooMany(SyntaxTree tree, String what, int limit) {
    return SyntaxDiagnostics.tooMany(tree.file(), firstLine(tree.file(), excessToken(tree)), what, limit);
  }

  /** The token in front of the end. */
  private static Token excessToken(SyntaxTree tree) {
    return tree.tokens().get(tree.tokens().size() - 2);
  }

  private static Span firstLine(SourceFile file, Token token) {
    int start = token.getStartIndex();
    return new Span(start, Math.max(start, file.lineSpan(file.lineOf(start)).end()));
  }
}
