package dev.strake.frontend.instruction;

import java.util.Locale;

/** The kinds of {@code RUN --mount}. */
public enum MountType {
  BIND,
  CACHE,
  TMPFS,
  SECRET,
  SSH;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** As written in a Dockerfile. */
  public String word() {
    return word;
  }
}
