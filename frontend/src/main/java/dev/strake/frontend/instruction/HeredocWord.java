package dev.strake.frontend.instruction;

import dev.strake.frontend.expand.Environment;
import dev.strake.frontend.expand.ExpandOption;
import dev.strake.frontend.expand.WordExpander;
import dev.strake.frontend.expand.WordList;
import java.util.List;
import java.util.Optional;

/**
 * A word that opens a here-document: {@code <<EOF}.
 *
 * @param name the delimiter, unquoted
 * @param chomp whether leading tabs are taken off
 * @param expand whether variables are expanded in it: its delimiter is not quoted
 */
record HeredocWord(String name, boolean chomp, boolean expand) {

  // A delimiter's escape character is always the backslash.
  private static final WordExpander UNQUOTED = WordExpander.of('\\', ExpandOption.KEEP_UNSET);
  private static final WordExpander QUOTED =
      WordExpander.of('\\', ExpandOption.KEEP_UNSET, ExpandOption.RAW_QUOTES);

  /** The here-document that a word opens; absent where it opens none. */
  static Optional<HeredocWord> parse(String word) {
    int at = 0;
    while (at < word.length() && word.charAt(at) >= '0' && word.charAt(at) <= '9') {
      at++;
    }
    if (!word.startsWith("<<", at)) {
      return Optional.empty();
    }
    at += 2;
    boolean chomp = word.startsWith("-", at);
    at = chomp ? at + 1 : at;
    while (at < word.length() && " \t\n\f\r".indexOf(word.charAt(at)) >= 0) {
      at++;
    }
    String delimiter = word.substring(at);
    return delimiter.isEmpty() || delimiter.indexOf('<') >= 0 ? Optional.empty() : parse(delimiter, chomp);
  }

  private static Optional<HeredocWord> parse(String delimiter, boolean chomp) {
    WordList words = UNQUOTED.expandWords(delimiter, Environment.EMPTY);
    if (words.error().isPresent() || words.words().size() != 1) {
      return Optional.empty();
    }
    List<String> quoted = QUOTED.expandWords(delimiter, Environment.EMPTY).words();
    if (quoted.size() != 1) {
      return Optional.empty();
    }
    String name = words.words().getFirst();
    return Optional.of(new HeredocWord(name, chomp, quotes(name) == quotes(quoted.getFirst())));
  }

  private static long quotes(String text) {
    return text.chars().filter(c -> c == '\'' || c == '"').count();
  }

  InlineContent content(String data) {
    return new InlineContent(name, chomp ? chomped(data) : data, expand);
  }

  /** The content without tabs at its lines' starts. */
  static String chomped(String content) {
    StringBuilder chomped = new StringBuilder(content.length());
    boolean lineStart = true;
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      if (!lineStart || c != '\t') {
        chomped.append(c);
        lineStart = c == '\n';
      }
    }
    return chomped.toString();
  }
}
