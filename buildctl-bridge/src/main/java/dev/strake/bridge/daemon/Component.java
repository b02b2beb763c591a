package dev.strake.bridge.daemon;

/** A program that a daemon of Strake's own is made of. */
public enum Component {
  CONTAINERD("containerd"),
  RUNC("runc"),
  BUILDKITD("buildkitd");

  private final String program;

  Component(String program) {
    this.program = program;
  }

  /** The program's file name. */
  public String program() {
    return program;
  }
}
