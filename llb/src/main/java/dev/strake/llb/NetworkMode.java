package dev.strake.llb;

/** What network a process sees. */
public enum NetworkMode {
  /** One of its own, with a way out. */
  SANDBOX(0),
  /** The host's. */
  HOST(1),
  /** None. */
  NONE(2);

  private final int number;

  NetworkMode(int number) {
    this.number = number;
  }

  /** The number on the wire. */
  public int number() {
    return number;
  }
}
