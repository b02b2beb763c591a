package dev.strake.grammar;

import dev.strake.grammar.shell.Environment;
import dev.strake.grammar.shell.ExpandOption;
import dev.strake.grammar.shell.ShellLexer;
import dev.strake.grammar.source.Whitespace;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What opens a here-document: {@code <<EOF}, {@code <<-'EOF'}, {@code 3<<EOF}.
 *
 * @param name the delimiter, unquoted
 * @param fileDescriptor the number in front, 0 when there is none
 * @param expand whether no part of the delimiter is quoted
 * @param chomp whether it is opened by {@code <<-}
 */
public record HeredocOpening(String name, int fileDescriptor, boolean expand, boolean chomp) {

  /** The opening that a word is, quotes and escapes still in it; empty when it is none. */
  public static Optional<HeredocOpening> parse(String word) {
    int angles = skipDigits(word);
    if (!word.startsWith("<<", angles)) {
      return Optional.empty();
    }
    boolean chomp = word.startsWith("-", angles + 2);
    String delimiter = word.substring(Whitespace.skipBlanks(word, angles + (chomp ? 3 : 2), word.length()));
    if (delimiter.isEmpty() || delimiter.indexOf('<') >= 0) {
      return Optional.empty();
    }
    List<String> plain = words(delimiter, ExpandOption.KEEP_UNSET);
    if (plain.size() != 1) {
      return Optional.empty();
    }
    String name = plain.get(0);
    // With its quotes the delimiter has the same words: quotes are found where they were, and only kept.
    String raw = String.join(" ", words(delimiter, ExpandOption.KEEP_UNSET, ExpandOption.RAW_QUOTES));
    int descriptor = descriptor(word.substring(0, angles));
    return Optional.of(new HeredocOpening(name, descriptor, quotes(name) == quotes(raw), chomp));
  }

  /** The openings in a logical line. A line whose quotes do not match has none. */
  static List<HeredocOpening> find(String line) {
    return words(line, ExpandOption.KEEP_UNSET, ExpandOption.RAW_QUOTES, ExpandOption.RAW_ESCAPES).stream()
        .map(HeredocOpening::parse)
        .flatMap(Optional::stream)
        .toList();
  }

  /** The words; none where there is an error in the text. The escape character is not the file's. */
  private static List<String> words(String text, ExpandOption... options) {
    return ShellLexer.split(text, '\\', Set.of(options), Environment.EMPTY).words();
  }

  private static int skipDigits(String word) {
    int at = 0;
    while (at < word.length() && word.charAt(at) >= '0' && word.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  private static int descriptor(String digits) {
    long value = 0;
    for (int i = 0; i < digits.length() && value <= Integer.MAX_VALUE; i++) {
      value = value * 10 + digits.charAt(i) - '0';
    }
    return (int) Math.min(value, Integer.MAX_VALUE);
  }

  private static long quotes(String word) {
    return word.chars().filter(c -> c == '\'' || c == '"').count();
  }
}
