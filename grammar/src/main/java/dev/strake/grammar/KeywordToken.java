package dev.strake.grammar;

/** The token that a logical line starts with, which brings the whole line along. */
public final class KeywordToken extends SourceToken {

  private final LineText line;

  KeywordToken(DockerfileLexerBase source, int type, int start, int end, int index, LineText line) {
    super(source, type, start, end, index);
    this.line = line;
  }

  /** The line that starts with it; behind {@code ONBUILD ONBUILD} over a limit, it has more than there are tokens for. */
  public LineText line() {
    return line;
  }
}
