package dev.strake.llb;

/** How several steps use one cache mount at a time. */
public enum CacheSharing {
  /** All at once. */
  SHARED(0),
  /** Each with a cache of its own. */
  PRIVATE(1),
  /** One after the other. */
  LOCKED(2);

  private final int number;

  CacheSharing(int number) {
    this.number = number;
  }

  /** The number on the wire. */
  public int number() {
    return number;
  }
}
