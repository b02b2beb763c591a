package dev.strake.grammar;

import java.util.ArrayDeque;
import org.antlr.v4.runtime.Token;

/** Tokens that are read and not yet handed over. Each starts where the one before it ended. */
final class TokenQueue {

  private final DockerfileLexerBase source;
  private final ArrayDeque<Token> tokens = new ArrayDeque<>();
  private int position;
  private int count;

  TokenQueue(DockerfileLexerBase source) {
    this.source = source;
  }

  /** The offset behind the last token. */
  int position() {
    return position;
  }

  /** The number of tokens that there have been. */
  int count() {
    return count;
  }

  boolean isEmpty() {
    return tokens.isEmpty();
  }

  Token remove() {
    return tokens.remove();
  }

  /** Adds a token from the position to {@code end}. */
  void add(int type, int end) {
    add(new SourceToken(source, type, position, end, count));
  }

  /** Like {@link #add(int, int)}, for what is only a token where it holds something. */
  void addSome(int type, int end) {
    if (end > position) {
      add(type, end);
    }
  }

  void addKeyword(int type, int end, LineText line) {
    add(new KeywordToken(source, type, position, end, count, line));
  }

  void addHeredoc(int type, int end, HeredocOpening opening) {
    add(new HeredocToken(source, type, position, end, count, opening));
  }

  /** Adds the end of the file. */
  void addEnd() {
    add(Token.EOF, position);
  }

  private void add(SourceToken token) {
    tokens.add(token);
    position = token.getStopIndex() + 1;
    count++;
  }
}
