package dev.strake.frontend.instruction;

/** The values of {@code RUN --network}. */
public enum RunNetwork {
  /** Whatever the build's options say. */
  DEFAULT,
  NONE,
  HOST
}
