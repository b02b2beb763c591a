package dev.strake.grammar;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Interval;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.ParseTreeVisitor;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/**
 * A token of a Dockerfile: its type and its place. A file has many, so it holds nothing that these tell, and it is its
 * own leaf in the parse tree, which is only walked downwards.
 *
 * <p>Immutable.
 */
class SourceToken implements Token, TerminalNode {

  private final DockerfileLexerBase source;
  private final int type;
  private final int start;
  private final int end;
  private final int index;

  /** The token {@code [start, end)} of the lexer's input. */
  SourceToken(DockerfileLexerBase source, int type, int start, int end, int index) {
    this.source = source;
    this.type = type;
    this.start = start;
    this.end = end;
    this.index = index;
  }

  @Override
  public final int getType() {
    return type;
  }

  @Override
  public final int getChannel() {
    return switch (type) {
      case DockerfileLexer.BOM,
          DockerfileLexer.TRIVIA,
          DockerfileLexer.SPACE,
          DockerfileLexer.CONTINUATION ->
          Lexer.HIDDEN;
      default -> DEFAULT_CHANNEL;
    };
  }

  @Override
  public final int getStartIndex() {
    return start;
  }

  @Override
  public final int getStopIndex() {
    return end - 1;
  }

  @Override
  public final int getTokenIndex() {
    return index;
  }

  @Override
  public final String getText() {
    return source.text().substring(start, end);
  }

  /** None: the file knows its lines. */
  @Override
  public final int getLine() {
    return 0;
  }

  /** None: the file knows its columns. */
  @Override
  public final int getCharPositionInLine() {
    return -1;
  }

  @Override
  public final TokenSource getTokenSource() {
    return source;
  }

  @Override
  public final CharStream getInputStream() {
    return source.getInputStream();
  }

  @Override
  public final Token getSymbol() {
    return this;
  }

  @Override
  public final Object getPayload() {
    return this;
  }

  @Override
  public final Interval getSourceInterval() {
    return new Interval(index, index);
  }

  /** None: it does not know the node that it is in. */
  @Override
  public final @Nullable ParseTree getParent() {
    return null;
  }

  @Override
  public final void setParent(RuleContext parent) {
    // Nobody asks for it.
  }

  @Override
  public final int getChildCount() {
    return 0;
  }

  @Override
  public final @Nullable ParseTree getChild(int i) {
    return null;
  }

  @Override
  public final <T> T accept(ParseTreeVisitor<? extends T> visitor) {
    return visitor.visitTerminal(this);
  }

  @Override
  public final String toStringTree() {
    return getText();
  }

  @Override
  public final String toStringTree(Parser parser) {
    return getText();
  }

  @Override
  public final String toString() {
    return DockerfileLexer.VOCABULARY.getDisplayName(type) + "[" + start + ", " + end + ")";
  }
}
