package dev.strake.llb.go;

/** What is being written has become larger than whoever is to get it takes. */
public final class TooLargeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long limit;

  public TooLargeException(long limit) {
    super("more than " + limit + " bytes", null, false, false);
    this.limit = limit;
  }

  /** The number of bytes that it may have. */
  public long limit() {
    return limit;
  }
}
