package dev.strake.frontend.instruction;

import java.util.Locale;

/** The values of {@code RUN --network}. */
public enum NetworkMode {
  DEFAULT,
  NONE,
  HOST;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** As written in a Dockerfile. */
  public String word() {
    return word;
  }
}
