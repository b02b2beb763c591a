package dev.strake.grammar;

import dev.strake.grammar.source.SourceFile;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A directive as it is found without a parse, whatever the file holds: it may be in another language, which the
 * frontend that {@code syntax} names can read.
 *
 * @param reference the value up to its first blank
 * @param value the whole value
 * @param line the line that the reference reports for it
 */
public record SyntaxDirective(String reference, String value, int line) {

  /**
   * The {@code syntax} directive: a line {@code # syntax=...}, or {@code // syntax=...}, or the member of a JSON object
   * that the whole file is. A line {@code #!} at the top is left out.
   */
  public static Optional<SyntaxDirective> detect(SourceFile file) {
    Optional<SyntaxDirective> found = find("syntax", file);
    if (found.isPresent()) {
      return found;
    }
    String text = file.text();
    int start = start(text);
    found = scan("syntax", "//", text, start, file);
    return found.isPresent() ? found : inJson(text.substring(start), start > 1 ? 1 : 0);
  }

  /** The directive of this name among the lines {@code # name=...} at the file's head. */
  public static Optional<SyntaxDirective> find(String name, SourceFile file) {
    String text = file.text();
    return scan(name, "#", text, start(text), file);
  }

  /** The offset behind a byte order mark and a shebang line. */
  private static int start(String text) {
    int start = text.startsWith("\uFEFF") ? 1 : 0;
    if (!text.startsWith("#!", start)) {
      return start;
    }
    int newline = text.indexOf('\n', start);
    return newline < 0 ? text.length() : newline + 1;
  }

  private static Optional<SyntaxDirective> scan(
      String name, String mark, String text, int from, SourceFile file) {
    Set<String> seen = new HashSet<>();
    PhysicalLines lines = new PhysicalLines(text, SyntaxLimits.DEFAULT.lineBytes());
    lines.skipTo(from);
    while (lines.advance() && text.startsWith(mark, lines.start())) {
      Optional<DirectiveLine> line = DirectiveLine.read(text, lines.start() + mark.length(), lines.contentEnd());
      // A repeated directive is an error for the parse to tell; here it ends the search.
      if (line.isEmpty() || !seen.add(line.get().name())) {
        return Optional.empty();
      }
      if (line.get().name().equals(name)) {
        String value = line.get().value();
        int blank = value.indexOf(' ');
        String reference = blank < 0 ? value : value.substring(0, blank);
        return Optional.of(new SyntaxDirective(reference, value, file.lineOf(lines.start())));
      }
    }
    return Optional.empty();
  }

  private static Optional<SyntaxDirective> inJson(String text, int line) {
    JsonScanner json = new JsonScanner(text);
    int at = json.skipSpace(0);
    int end = json.at(at) == '{' ? json.skipValue(at, 0) : JsonScanner.INVALID;
    if (end == JsonScanner.INVALID || json.skipSpace(end) != json.length()) {
      return Optional.empty();
    }
    Optional<SyntaxDirective> found = Optional.empty();
    at = json.skipSpace(at + 1);
    while (json.at(at) != '}') {
      String key = json.decode(at, json.skipString(at));
      int value = json.skipKey(at);
      int valueEnd = json.skipValue(value, 1);
      if (key.equals("syntax")) {
        // The last of several members with one name counts.
        found = Optional.empty();
        if (json.at(value) == '"') {
          String reference = json.decode(value, valueEnd);
          found = Optional.of(new SyntaxDirective(reference, reference, line));
        }
      }
      at = json.skipSpace(valueEnd);
      at = json.at(at) == ',' ? json.skipSpace(at + 1) : at;
    }
    return found;
  }
}
