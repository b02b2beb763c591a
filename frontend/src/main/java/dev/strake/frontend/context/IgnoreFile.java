package dev.strake.frontend.context;

import java.util.List;

/** Reads a {@code .dockerignore} file. */
public final class IgnoreFile {

  private IgnoreFile() {}

  /**
   * The patterns of an ignore file, cleaned, in order; comments and blank lines are left out.
   *
   * @throws IllegalArgumentException when a line is longer than 64 KiB; the message is BuildKit's
   */
  public static List<String> parse(byte[] content) {
    throw new UnsupportedOperationException("not written yet");
  }
}
