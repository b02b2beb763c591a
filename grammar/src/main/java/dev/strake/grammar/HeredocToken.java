package dev.strake.grammar;

import java.util.Optional;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Pair;

/** The body of a here-document, with what opened it; or the place of one whose opening cannot be read. */
public final class HeredocToken extends CommonToken {

  private static final long serialVersionUID = 1L;

  private final transient Optional<HeredocOpening> opening;
  private final transient Optional<HeredocOpening.Failure> failure;

  HeredocToken(
      Pair<TokenSource, CharStream> source, int type, int start, int stop, HeredocOpening opening) {
    super(source, type, DEFAULT_CHANNEL, start, stop);
    this.opening = Optional.of(opening);
    this.failure = Optional.empty();
  }

  HeredocToken(Pair<TokenSource, CharStream> source, int at, HeredocOpening.Failure failure) {
    super(source, DockerfileLexer.HEREDOC_INVALID, DEFAULT_CHANNEL, at, at - 1);
    this.opening = Optional.empty();
    this.failure = Optional.of(failure);
  }

  /** What opened it; there is none in a token of the type {@code HEREDOC_INVALID}. */
  public HeredocOpening opening() {
    return opening.orElseThrow();
  }

  /** Why a token of the type {@code HEREDOC_INVALID} is one. */
  public HeredocOpening.Failure failure() {
    return failure.orElseThrow();
  }
}
