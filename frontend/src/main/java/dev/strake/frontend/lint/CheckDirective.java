package dev.strake.frontend.lint;

import dev.strake.grammar.source.SourceFile;
import dev.strake.llb.go.GoStrings;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the value of {@code check=}, at a file's head or in a comment. */
final class CheckDirective {

  private static final Set<String> DIRECTIVES = Set.of("syntax", "escape", "check");
  private static final String NAME = "check";

  private CheckDirective() {}

  /** A directive line, taken apart. */
  private record Line(String name, String value) {}

  /**
   * The value at the head of a file, up to its first space. A {@code #!} line in front of the directives is skipped
   * here, other than for {@code # escape=}.
   */
  static Optional<String> in(SourceFile file) {
    Set<String> seen = new HashSet<>();
    for (int number = 1; number <= file.lineCount(); number++) {
      String text = file.text(file.lineSpan(number));
      if (number == 1) {
        text = text.startsWith("\ufeff") ? text.substring(1) : text;
        if (text.startsWith("#!")) {
          continue;
        }
      }
      Optional<Line> line = text.startsWith("#") ? parse(text.substring(1)) : Optional.empty();
      if (line.isEmpty() || !seen.add(line.get().name())) {
        return Optional.empty();
      }
      if (line.get().name().equals(NAME)) {
        return Optional.of(upToSpace(line.get().value()));
      }
    }
    return Optional.empty();
  }

  /** The value in the first of the comments that has one. Comments come without their {@code #}. */
  static Optional<String> in(List<String> comments) {
    for (String comment : comments) {
      Optional<Line> line = parse(comment);
      if (line.isPresent() && line.get().name().equals(NAME)) {
        return Optional.of(upToSpace(line.get().value()));
      }
    }
    return Optional.empty();
  }

  private static String upToSpace(String value) {
    int space = value.indexOf(' ');
    return space < 0 ? value : value.substring(0, space);
  }

  private static Optional<Line> parse(String text) {
    int start = 0;
    while (start < text.length() && GoStrings.isSpace(text.charAt(start))) {
      start++;
    }
    int nameEnd = start;
    while (nameEnd < text.length() && isNameCharacter(text.charAt(nameEnd), nameEnd == start)) {
      nameEnd++;
    }
    int equals = skipBlanks(text, nameEnd);
    if (nameEnd == start || equals == text.length() || text.charAt(equals) != '=') {
      return Optional.empty();
    }
    String name = GoStrings.toLower(text.substring(start, nameEnd));
    int valueStart = skipBlanks(text, equals + 1);
    int valueEnd = text.length();
    while (valueEnd > valueStart && isBlank(text.charAt(valueEnd - 1))) {
      valueEnd--;
    }
    return valueStart == valueEnd || !DIRECTIVES.contains(name)
        ? Optional.empty()
        : Optional.of(new Line(name, text.substring(valueStart, valueEnd)));
  }

  private static boolean isNameCharacter(char c, boolean first) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (!first && c >= '0' && c <= '9');
  }

  private static int skipBlanks(String text, int from) {
    int i = from;
    while (i < text.length() && isBlank(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
  }
}
