package dev.strake.grammar;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Pair;

/** The body of a here-document, with what opened it. */
public final class HeredocToken extends CommonToken {

  private static final long serialVersionUID = 1L;

  private final transient HeredocOpening opening;

  HeredocToken(
      Pair<TokenSource, CharStream> source, int type, int start, int stop, HeredocOpening opening) {
    super(source, type, DEFAULT_CHANNEL, start, stop);
    this.opening = opening;
  }

  /** What opened it. */
  public HeredocOpening opening() {
    return opening;
  }
}
