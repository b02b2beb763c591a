package dev.strake.grammar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.WritableToken;
import org.antlr.v4.runtime.misc.Interval;

/** All tokens of a file, of which a parser sees those that are not hidden. */
final class SourceTokens implements TokenStream {

  private final TokenSource source;
  private final List<Token> all = new ArrayList<>();
  private Token[] visible = new Token[64];
  private int visibleCount;
  private int position;

  SourceTokens(TokenSource source) {
    this.source = source;
    Token token;
    do {
      token = source.nextToken();
      ((WritableToken) token).setTokenIndex(all.size());
      all.add(token);
      if (token.getChannel() == Token.DEFAULT_CHANNEL) {
        if (visibleCount == visible.length) {
          visible = Arrays.copyOf(visible, visibleCount * 2);
        }
        visible[visibleCount++] = token;
      }
    } while (token.getType() != Token.EOF);
  }

  List<Token> all() {
    return all;
  }

  @Override
  public Token LT(int k) {
    int at = k > 0 ? position + k - 1 : position + k;
    return visible[Math.max(0, Math.min(at, visibleCount - 1))];
  }

  @Override
  public int LA(int i) {
    return LT(i).getType();
  }

  @Override
  public void consume() {
    position++;
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
    return visibleCount;
  }

  @Override
  public Token get(int index) {
    return visible[index];
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
      text.append(visible[i].getText());
    }
    return text.toString();
  }

  @Override
  public String getText() {
    return getText(Interval.of(0, visibleCount - 1));
  }

  @Override
  public String getText(RuleContext context) {
    return getText(context.getSourceInterval());
  }

  @Override
  public String getText(Token start, Token stop) {
    StringBuilder text = new StringBuilder();
    for (int i = start.getTokenIndex(); i <= stop.getTokenIndex(); i++) {
      text.append(all.get(i).getText());
    }
    return text.toString();
  }
}
