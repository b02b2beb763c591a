package dev.strake.frontend.ast;

import dev.strake.grammar.source.Whitespace;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits arguments into words, in the two ways that the reference has. Of more words than a limit, one more is read,
 * and the others are left out.
 */
final class Words {

  private Words() {}

  /** The words between white space, whatever quotes are there. */
  static List<LogicalText> plain(LogicalText arguments, int limit) {
    String text = arguments.value();
    List<LogicalText> words = new ArrayList<>();
    int start = 0;
    while (start < text.length() && words.size() <= limit) {
      int end = start;
      while (end < text.length() && !Whitespace.separatesWords(text.charAt(end))) {
        end++;
      }
      words.add(arguments.part(start, end));
      start = end;
      while (start < text.length() && Whitespace.separatesWords(text.charAt(start))) {
        start++;
      }
    }
    return words;
  }

  /**
   * The words between spaces, where quotes and escapes keep spaces together. Both stay in the words, but for an escape
   * character at the text's end.
   */
  static List<LogicalText> quoted(LogicalText arguments, char escape, int limit) {
    String text = arguments.value();
    List<LogicalText> words = new ArrayList<>();
    int at = Whitespace.skip(text, 0, text.length());
    while (at < text.length() && words.size() <= limit) {
      int end = wordEnd(text, at, escape);
      // An escape character that nothing follows is none of the word's; end is behind the text then.
      int last = Math.min(end, text.length());
      int kept = end > text.length() ? last - 1 : last;
      if (kept > at) {
        words.add(arguments.part(at, kept));
      }
      at = Whitespace.skip(text, last, text.length());
    }
    return words;
  }

  /** The offset behind the word, one more than the text's length when it ends with a lone escape character. */
  private static int wordEnd(String text, int from, char escape) {
    char quote = 0;
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (quote == 0) {
        if (Whitespace.isSpace(c)) {
          return at;
        }
        quote = c == '\'' || c == '"' ? c : 0;
      } else if (c == quote) {
        quote = 0;
      }
      // Between single quotes nothing is escaped; a quote that opens or closes is no escape character.
      at += c == escape && quote != '\'' ? 2 : 1;
    }
    return at;
  }
}
