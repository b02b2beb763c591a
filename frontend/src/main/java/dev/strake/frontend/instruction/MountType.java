package dev.strake.frontend.instruction;

/** The kinds of {@code RUN --mount}. */
public enum MountType {
  BIND,
  CACHE,
  TMPFS,
  SECRET,
  SSH
}
