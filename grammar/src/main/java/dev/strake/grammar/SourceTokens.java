package dev.strake.grammar;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;

/** All tokens of a file, of which a parser sees those that are not hidden. Its positions are those of all tokens. */
final class SourceTokens implements TokenStream {

  // What there is room for at first: real files have a token for every twenty characters.
  private static final int CHARACTERS_PER_TOKEN = 16;
  private static final int MOST_AT_FIRST = 4096;

  private final TokenSource source;
  private Token[] tokens;
  private int count;
  private int position;

  SourceTokens(TokenSource source) {
    this.source = source;
    tokens = new Token[8 + Math.min(MOST_AT_FIRST, source.getInputStream().size() / CHARACTERS_PER_TOKEN)];
    Token token;
    do {
      token = source.nextToken();
      if (count == tokens.length) {
        tokens = Arrays.copyOf(tokens, count * 2);
      }
      tokens[count++] = token;
    } while (token.getType() != Token.EOF);
    position = skipHidden(0);
  }

  /** All tokens, hidden ones and the end of the file included; not to be changed by anyone. */
  List<Token> all() {
    return Collections.unmodifiableList(Arrays.asList(tokens).subList(0, count));
  }

  private int skipHidden(int from) {
    int at = from;
    while (tokens[at].getChannel() != Token.DEFAULT_CHANNEL) {
      at++;
    }
    return at;
  }

  @Override
  public Token LT(int k) {
    int at = position;
    for (int i = 1; i < k && at + 1 < count; i++) {
      at = skipHidden(at + 1);
    }
    for (int i = 0; i > k && at > 0; i--) {
      do {
        at--;
      } while (at > 0 && tokens[at].getChannel() != Token.DEFAULT_CHANNEL);
    }
    return tokens[at];
  }

  @Override
  public int LA(int i) {
    return LT(i).getType();
  }

  @Override
  public void consume() {
    // The end of the file, which is not hidden, stays.
    position = skipHidden(Math.min(position + 1, count - 1));
  }

  @Override
  public int index() {
    return position;
  }

  @Override
  public void seek(int index) {
    position = index;
  }

  @Override
  public int mark() {
    return 0;
  }

  @Override
  public void release(int marker) {
    // All tokens stay.
  }

  @Override
  public int size() {
    return count;
  }

  @Override
  public Token get(int index) {
    return tokens[index];
  }

  @Override
  public TokenSource getTokenSource() {
    return source;
  }

  @Override
  public String getSourceName() {
    return source.getSourceName();
  }

  @Override
  public String getText(Interval interval) {
    StringBuilder text = new StringBuilder();
    for (int i = interval.a; i <= interval.b; i++) {
      text.append(tokens[i].getText());
    }
    return text.toString();
  }

  @Override
  public String getText() {
    return getText(Interval.of(0, count - 1));
  }

  @Override
  public String getText(RuleContext context) {
    return getText(context.getSourceInterval());
  }

  @Override
  public String getText(Token start, Token stop) {
    return getText(Interval.of(start.getTokenIndex(), stop.getTokenIndex()));
  }
}
