package dev.strake.grammar.shell;

import java.util.Optional;
import java.util.Set;

/**
 * What has become of a word.
 *
 * @param text the expanded text; empty where the expansion failed
 * @param matched the variables used that are set, in order of first use
 * @param unmatched the variables used that are not set, in order of first use; known up to the failure, too
 * @param error why the expansion failed, in the reference's words
 */
public record Expansion(String text, Set<String> matched, Set<String> unmatched, Optional<String> error) {

  /** A word in which nothing is to be expanded. */
  public static Expansion unchanged(String word) {
    return new Expansion(word, Set.of(), Set.of(), Optional.empty());
  }

  /** The same variables, but a failure. */
  public Expansion failed(String message) {
    return new Expansion("", matched, unmatched, Optional.of(message));
  }
}
