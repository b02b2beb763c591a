package dev.strake.frontend.ast;

import dev.strake.grammar.diagnostics.Diagnostic.LineRange;
import dev.strake.grammar.source.Span;
import java.util.List;

/**
 * One instruction as it is written: a logical line with its heredocs.
 *
 * @param keyword the instruction's name, as written
 * @param original the whole logical line: leading white space of its first line taken out, continuations joined
 * @param flags the {@code --flags} behind the keyword, unquoted
 * @param arguments what follows the flags, trimmed
 * @param form the arguments in the shape that this instruction's arguments have
 * @param heredocs the here-documents, in the order of their openings
 * @param comments the comment lines right in front, each trimmed as the reference does it
 * @param span from the keyword to the last character that belongs to the statement, heredocs included
 * @param lines the lines of {@code span}, as BuildKit reports them
 */
public record Statement(
    String keyword,
    LogicalText original,
    List<Flag> flags,
    LogicalText arguments,
    Form form,
    List<Heredoc> heredocs,
    List<String> comments,
    Span span,
    LineRange lines) {

  public Statement {
    flags = List.copyOf(flags);
    heredocs = List.copyOf(heredocs);
    comments = List.copyOf(comments);
  }

  /** A flag as one unquoted word, such as {@code --from=base}, and its place. */
  public record Flag(String word, Span span) {}
}
