package dev.strake.frontend.context;

import java.util.List;

/**
 * Tells which paths a list of ignore patterns leaves out, as BuildKit does: the last pattern that matches a path, or one
 * of its parent folders, decides; a pattern in front of which {@code !} stands takes a path in again.
 *
 * <p>Immutable and thread-safe. Time grows with the product of the pattern's and the path's lengths at most.
 */
public final class PatternMatcher {

  private PatternMatcher() {}

  /**
   * A matcher for these patterns.
   *
   * @throws IllegalArgumentException when a pattern is malformed; the message is BuildKit's
   */
  public static PatternMatcher of(List<String> patterns) {
    throw new UnsupportedOperationException("not written yet");
  }

  /** Whether the path, relative and with {@code /}, or one of its parents is left out. */
  public boolean matches(String path) {
    throw new UnsupportedOperationException("not written yet");
  }

  /** Whether a pattern takes paths in again, so that a folder that is left out may hold files that are not. */
  public boolean hasExclusions() {
    throw new UnsupportedOperationException("not written yet");
  }

  /** What is known before a walk through a tree: nothing matched. */
  public Match root() {
    throw new UnsupportedOperationException("not written yet");
  }

  /** The result for an entry of the folder that {@code parent} is the result for; cheaper than {@link #matches}. */
  public Match match(String path, Match parent) {
    throw new UnsupportedOperationException("not written yet");
  }

  /** Whether a path is left out, and by which patterns. */
  public static final class Match {
    private Match() {}

    public boolean matched() {
      throw new UnsupportedOperationException("not written yet");
    }
  }
}
