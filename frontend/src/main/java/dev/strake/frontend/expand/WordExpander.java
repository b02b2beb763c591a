package dev.strake.frontend.expand;

import dev.strake.llb.go.GoStrings;
import java.util.EnumSet;
import java.util.Set;

/**
 * Expands variables and takes quotes and escapes off, as the reference's shell lexer does. What was not UTF-8 comes out
 * as U+FFFD.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * WordExpander.of('\\').expand("${TAG:-latest}", environment).text();
 * }</pre>
 */
public final class WordExpander {

  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final char escape;
  private final Set<ExpandOption> options;

  private WordExpander(char escape, Set<ExpandOption> options) {
    this.escape = escape;
    this.options = options;
  }

  /** An expander for files with this escape character. */
  public static WordExpander of(char escape, ExpandOption... options) {
    Set<ExpandOption> set = EnumSet.noneOf(ExpandOption.class);
    set.addAll(Set.of(options));
    return new WordExpander(escape, set);
  }

  /** Expands {@code word} to one text. */
  public Expansion expand(String word, Environment environment) {
    if (isPlain(word)) {
      return Expansion.unchanged(word);
    }
    return ShellLexer.expand(GoStrings.toValid(word), escape, options, environment);
  }

  /** Expands {@code word} and splits it at white space that is not quoted. */
  public WordList expandWords(String word, Environment environment) {
    return ShellLexer.split(GoStrings.toValid(word), escape, options, environment);
  }

  /** Whether the word has nothing in it that the lexer looks at; most words are so. */
  private boolean isPlain(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '$' || c == '\'' || c == '"' || c == escape || Character.isSurrogate(c)) {
        return false;
      }
    }
    return word.isEmpty() || word.charAt(0) != BYTE_ORDER_MARK;
  }
}
