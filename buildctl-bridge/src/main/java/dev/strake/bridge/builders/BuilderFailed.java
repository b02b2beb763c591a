package dev.strake.bridge.builders;

/** One builder's build has failed; the cause says why. */
public final class BuilderFailed extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Share share;

  BuilderFailed(Share share, Throwable cause) {
    super("the builder " + share + " failed: " + cause.getMessage(), cause);
    this.share = share;
  }

  /** What was to be built where. */
  public Share share() {
    return share;
  }
}
