package dev.strake.frontend.ast;

import dev.strake.grammar.source.Whitespace;
import java.util.ArrayList;
import java.util.List;

/** The comments in front of an instruction, as the reference keeps them. */
final class Comments {

  private Comments() {}

  /** The comments in {@code [from, to)} of a text, which holds comment lines and blank lines only. */
  static List<String> read(String text, int from, int to) {
    List<String> comments = new ArrayList<>(4);
    int start = from;
    while (start < to) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 || newline >= to ? to : newline;
      int mark = Whitespace.skip(text, start, end);
      if (mark < end) {
        String comment = behindFirstByte(text, start, end);
        if (comment.isEmpty()) {
          // A comment without a text parts those above it from the instruction. A blank line does not.
          comments.clear();
        } else {
          comments.add(comment);
        }
      }
      start = end + 1;
    }
    return comments;
  }

  /**
   * The line without its first byte, the comment mark, or, where the line is indented, a part of the indentation; and
   * without the spaces around it.
   */
  private static String behindFirstByte(String text, int start, int end) {
    int last = Whitespace.trimEnd(text, start + 1, end);
    char first = text.charAt(start);
    return first < 0x80
        ? text.substring(Whitespace.skip(text, start + 1, last), last)
        : "\uFFFD".repeat(first < 0x800 ? 1 : 2) + text.substring(start + 1, last);
  }
}
