package dev.strake.llb;

/** How far a process is confined. */
public enum SecurityMode {
  /** As a container usually is. */
  SANDBOX(0),
  /** With all privileges. */
  INSECURE(1);

  private final int number;

  SecurityMode(int number) {
    this.number = number;
  }

  /** The number on the wire. */
  public int number() {
    return number;
  }
}
