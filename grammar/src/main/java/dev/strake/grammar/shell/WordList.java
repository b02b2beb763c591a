package dev.strake.grammar.shell;

import java.util.List;
import java.util.Optional;

/**
 * What has become of a word that was split after its expansion.
 *
 * @param words the words, in order; empty where the expansion failed
 * @param error why the expansion failed, in the reference's words
 */
public record WordList(List<String> words, Optional<String> error) {
  public WordList {
    words = List.copyOf(words);
  }
}
