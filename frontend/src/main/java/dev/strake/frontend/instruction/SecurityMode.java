package dev.strake.frontend.instruction;

import java.util.Locale;

/** The values of {@code RUN --security}. */
public enum SecurityMode {
  SANDBOX,
  INSECURE;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** As written in a Dockerfile. */
  public String word() {
    return word;
  }
}
