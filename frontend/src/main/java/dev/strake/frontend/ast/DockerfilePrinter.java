package dev.strake.frontend.ast;

import dev.strake.grammar.source.Span;
import dev.strake.grammar.source.Whitespace;
import java.util.List;

/** Writes a syntax tree as a Dockerfile. */
public final class DockerfilePrinter {

  private DockerfilePrinter() {}

  /**
   * The file as it was: each statement as it is written, and between them what belongs to none. For every file,
   * {@code print(parse(file))} is its text.
   */
  public static String print(Dockerfile dockerfile) {
    String source = dockerfile.source().text();
    StringBuilder out = new StringBuilder(source.length());
    int end = 0;
    for (Statement statement : dockerfile.statements()) {
      Span span = statement.span();
      out.append(source, end, span.start()).append(dockerfile.source().text(span));
      end = span.end();
    }
    return out.append(source, end, source.length()).toString();
  }

  /**
   * The same statements in a form without choices: one line for each, its comments above it, its here-documents below
   * it. What cannot be part of a tree is lost: blank lines, comments that belong to no statement, continuations.
   *
   * <p>Parsed again, it gives the same tree but for the places. A line that becomes longer than the limit is not
   * broken.
   */
  public static String printNormalized(Dockerfile dockerfile) {
    StringBuilder out = new StringBuilder();
    for (Directive directive : dockerfile.directives()) {
      out.append("# ").append(directive.name()).append('=').append(directive.value()).append('\n');
    }
    // A blank line ends the directives: a comment with the form of one must not become one.
    out.append('\n');
    for (Statement statement : dockerfile.statements()) {
      statement.comments().forEach(comment -> out.append("# ").append(comment).append('\n'));
      printLine(statement.original().value(), dockerfile.escape(), out);
      printHeredocs(statement.heredocs(), out);
    }
    return out.toString();
  }

  private static void printLine(String text, char escape, StringBuilder out) {
    int start = Whitespace.skip(text, 0, text.length());
    out.append(text, start, text.length());
    int last = text.length();
    while (last > start && (text.charAt(last - 1) == ' ' || text.charAt(last - 1) == '\t')) {
      last--;
    }
    boolean lone =
        last > start && text.charAt(last - 1) == escape && (last - 1 == start || text.charAt(last - 2) != escape);
    if (lone || last == start || text.endsWith("\r")) {
      // Only the last line of a file can end like this: with a continuation that nothing follows.
      out.append(escape);
    } else {
      out.append('\n');
    }
  }

  private static void printHeredocs(List<Heredoc> heredocs, StringBuilder out) {
    for (Heredoc heredoc : heredocs) {
      out.append(heredoc.content()).append(heredoc.name()).append('\n');
    }
  }
}
