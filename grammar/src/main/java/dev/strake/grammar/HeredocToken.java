package dev.strake.grammar;

/** The body of a here-document, with what opened it. */
public final class HeredocToken extends SourceToken {

  private final HeredocOpening opening;

  HeredocToken(DockerfileLexerBase source, int type, int start, int end, int index, HeredocOpening opening) {
    super(source, type, start, end, index);
    this.opening = opening;
  }

  /** What opened it. */
  public HeredocOpening opening() {
    return opening;
  }
}
