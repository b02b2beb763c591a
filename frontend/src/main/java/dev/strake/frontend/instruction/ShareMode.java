package dev.strake.frontend.instruction;

import java.util.Locale;

/** How concurrent builds share a cache mount. */
public enum ShareMode {
  SHARED,
  PRIVATE,
  LOCKED;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** As written in a Dockerfile. */
  public String word() {
    return word;
  }
}
