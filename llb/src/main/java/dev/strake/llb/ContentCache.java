package dev.strake.llb;

/** Whether a mount's contents, rather than their history, decide about a cache hit. */
public enum ContentCache {
  /** The daemon's choice. */
  DEFAULT(0),
  /** Always. */
  ON(1),
  /** Never. */
  OFF(2);

  private final int number;

  ContentCache(int number) {
    this.number = number;
  }

  /** The number on the wire. */
  public int number() {
    return number;
  }
}
