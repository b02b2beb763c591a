package dev.strake.frontend.ast;

import dev.strake.grammar.DockerfileLexer;
import dev.strake.grammar.SyntaxTree;
import dev.strake.grammar.Whitespace;
import dev.strake.grammar.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * The text of one logical line, put together from its tokens.
 *
 * @param value the line without its continuations
 * @param start where its keyword starts, or the continuation in front of it
 * @param last the last offset in the file that belongs to it; a line end behind a continuation does
 * @param blankLines whether there are blank lines between its continuations
 */
record LineText(LogicalText value, int start, int last, boolean blankLines) {

  /** The text of the line that starts with {@code first}. */
  static LineText of(SyntaxTree tree, Token first) {
    String source = tree.file().text();
    List<Token> tokens = tree.tokens();
    int start = first.getStartIndex();
    int pieceStart = start;
    int end = start;
    boolean blankLines = false;
    List<Span> pieces = null;
    Token token = first;
    for (int i = first.getTokenIndex(); isPart(token.getType()); token = tokens.get(++i)) {
      end = token.getStopIndex() + 1;
      if (token.getType() == DockerfileLexer.CONTINUATION) {
        pieces = pieces == null ? new ArrayList<>() : pieces;
        addSome(pieces, pieceStart, token.getStartIndex());
        pieceStart = end;
        blankLines |= hasBlankLine(source, token.getStartIndex(), end);
      }
    }
    if (pieces == null) {
      LogicalText text = LogicalText.contiguous(source.substring(start, end), start);
      return new LineText(text, start, Math.max(start, end - 1), blankLines);
    }
    addSome(pieces, pieceStart, end);
    return new LineText(join(source, pieces, start), start, Math.max(start, end - 1), blankLines);
  }

  private static boolean isPart(int type) {
    return switch (type) {
      case Token.EOF,
          DockerfileLexer.LINE_END,
          DockerfileLexer.HEREDOC_BODY,
          DockerfileLexer.HEREDOC_UNTERMINATED,
          DockerfileLexer.EXCESS ->
          false;
      default -> true;
    };
  }

  private static void addSome(List<Span> pieces, int start, int end) {
    if (end > start) {
      pieces.add(new Span(start, end));
    }
  }

  /** Whether one of the lines behind the first in {@code [from, to)} is blank; the others are comments. */
  private static boolean hasBlankLine(String source, int from, int to) {
    int newline = source.indexOf('\n', from);
    while (newline >= 0 && newline + 1 < to) {
      int lineStart = newline + 1;
      newline = source.indexOf('\n', lineStart);
      int lineEnd = newline < 0 ? to : Math.min(newline, to);
      if (Whitespace.skip(source, lineStart, lineEnd) == lineEnd) {
        return true;
      }
    }
    return false;
  }

  private static LogicalText join(String source, List<Span> pieces, int start) {
    if (pieces.isEmpty()) {
      return LogicalText.contiguous("", start);
    }
    StringBuilder value = new StringBuilder(pieces.get(pieces.size() - 1).end() - start);
    int[] valueStarts = new int[pieces.size()];
    int[] sourceStarts = new int[pieces.size()];
    for (int i = 0; i < valueStarts.length; i++) {
      Span piece = pieces.get(i);
      valueStarts[i] = value.length();
      sourceStarts[i] = piece.start();
      value.append(source, piece.start(), piece.end());
    }
    return LogicalText.joined(value.toString(), valueStarts, sourceStarts);
  }
}
