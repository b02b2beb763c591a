package dev.strake.grammar;

import java.util.ArrayDeque;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Pair;

/** Tokens that are read and not yet handed over. Each starts where the one before it ended. */
final class TokenQueue {

  private final Pair<TokenSource, CharStream> source;
  private final ArrayDeque<Token> tokens = new ArrayDeque<>();
  private int position;
  private int count;

  TokenQueue(Pair<TokenSource, CharStream> source) {
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
    add(new CommonToken(source, type, channel(type), position, end - 1), end);
  }

  /** Like {@link #add(int, int)}, for what is only a token where it holds something. */
  void addSome(int type, int end) {
    if (end > position) {
      add(type, end);
    }
  }

  void addHeredoc(int type, int end, HeredocOpening opening) {
    add(new HeredocToken(source, type, position, end - 1, opening), end);
  }

  /** Adds the end of the file. */
  void addEnd() {
    add(new CommonToken(source, Token.EOF, Token.DEFAULT_CHANNEL, position, position - 1), position);
  }

  private void add(CommonToken token, int end) {
    if (end == position) {
      // ANTLR would take what starts behind the last character for the end of the file.
      token.setText("");
    }
    tokens.add(token);
    position = end;
    count++;
  }

  private static int channel(int type) {
    return switch (type) {
      case DockerfileLexer.BOM,
          DockerfileLexer.TRIVIA,
          DockerfileLexer.SPACE,
          DockerfileLexer.CONTINUATION ->
          Lexer.HIDDEN;
      default -> Token.DEFAULT_CHANNEL;
    };
  }
}
