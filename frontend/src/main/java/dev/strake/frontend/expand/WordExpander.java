package dev.strake.frontend.expand;

import dev.strake.grammar.shell.Environment;
import dev.strake.grammar.shell.ExpandOption;
import dev.strake.grammar.shell.Expansion;
import dev.strake.grammar.shell.ShellLexer;
import dev.strake.grammar.shell.WordList;
import dev.strake.llb.go.GoQuote;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Expands variables and takes quotes and escapes off, as the reference's shell lexer does. What was not UTF-8 comes out
 * as U+FFFD.
 *
 * <p>Thread-safe; all that changes is the budget, which expanders of one compilation share.
 *
 * <pre>{@code
 * WordExpander.of('\\').expand("${TAG:-latest}", environment).text();
 * }</pre>
 */
public final class WordExpander {

  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final char escape;
  private final Set<ExpandOption> options;
  private final TextBudget budget;

  private WordExpander(char escape, Set<ExpandOption> options, TextBudget budget) {
    this.escape = escape;
    this.options = options;
    this.budget = budget;
  }

  /** An expander for files with this escape character. */
  public static WordExpander of(char escape, ExpandOption... options) {
    Set<ExpandOption> set = EnumSet.noneOf(ExpandOption.class);
    set.addAll(Set.of(options));
    return new WordExpander(escape, set, TextBudget.unlimited());
  }

  /** An expander that fails when the budget is used up. */
  public WordExpander within(TextBudget shared) {
    return new WordExpander(escape, options, shared);
  }

  /** Expands {@code word} to one text. */
  public Expansion expand(String word, Environment environment) {
    if (isPlain(word)) {
      return Expansion.unchanged(word);
    }
    Expansion expansion = ShellLexer.expand(word, escape, options, environment);
    if (expansion.error().isPresent()) {
      return expansion.failed(failure(word, expansion.error().get()));
    }
    return budget.spend(expansion.text().length() - word.length())
        ? expansion
        : expansion.failed(budget.message());
  }

  /** Expands {@code word} and splits it at white space that is not quoted. */
  public WordList expandWords(String word, Environment environment) {
    WordList list = ShellLexer.split(word, escape, options, environment);
    if (list.error().isPresent()) {
      return new WordList(List.of(), Optional.of(failure(word, list.error().get())));
    }
    long length = list.words().stream().mapToLong(String::length).sum();
    return budget.spend(length - word.length())
        ? list
        : new WordList(List.of(), Optional.of(budget.message()));
  }

  private static String failure(String word, String message) {
    return "failed to process " + GoQuote.quote(word) + ": " + message;
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
