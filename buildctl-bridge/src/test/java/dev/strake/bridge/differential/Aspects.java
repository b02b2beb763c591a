package dev.strake.bridge.differential;

import dev.strake.bridge.control.ProgressEvent.WarningRaised;
import dev.strake.bridge.error.DaemonException;
import dev.strake.frontend.port.GatewayPort.BuildWarning;
import dev.strake.grammar.diagnostics.Diagnostic.LineRange;
import dev.strake.grammar.source.Utf8Escapes;
import dev.strake.llb.SourceRange;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Both sides' results as texts of the same form. */
final class Aspects {

  private static final Pattern GROUP_ID = Pattern.compile("(\"progress_group\": \\{\\s*\"id\": \")(\\w+)");

  private static final Pattern RULES = Pattern.compile("(lint violation found for rules: )([\\w, ]+)");

  private Aspects() {}

  static Map<String, String> ofMetadata(Map<String, byte[]> metadata) {
    Map<String, String> texts = new TreeMap<>();
    metadata.forEach((key, value) -> texts.put(key, comparable(new String(value, StandardCharsets.UTF_8))));
    return texts;
  }

  /** The lines in alphabetical order: the reference's order of arguments in an outline is chance. */
  static String sortedLines(String text) {
    return text.lines().map(String::stripTrailing).sorted().collect(Collectors.joining("\n"));
  }

  /** Without what is chance in the reference's answers. */
  static String comparable(String text) {
    return withSortedRules(withoutGroupIds(text));
  }

  /** The reference lists the rules of which a violation is an error in the order of chance. */
  static String withSortedRules(String text) {
    return RULES
        .matcher(text)
        .replaceAll(
            found ->
                found.group(1)
                    + Stream.of(found.group(2).split(", ")).sorted().collect(Collectors.joining(", ")));
  }

  /** The reference draws the ids of progress groups by chance: they become numbers in order of appearance. */
  private static String withoutGroupIds(String text) {
    Map<String, String> numbers = new HashMap<>();
    return GROUP_ID
        .matcher(text)
        .replaceAll(found -> found.group(1) + numbers.computeIfAbsent(found.group(2), id -> "group " + numbers.size()));
  }

  /**
   * @param places the lines that are meant, such as {@code 3-3,4-4}, for each place
   */
  static Map<String, String> ofFailure(String message, List<String> places) {
    return Map.of("error", withSortedRules(message), "error-lines", String.join(" ", places.stream().sorted().toList()));
  }

  /** The lines that a daemon tells beside its message. */
  static List<String> places(DaemonException failure) {
    return failure.sources().stream()
        .map(source -> source.ranges().stream().map(Aspects::lines).collect(Collectors.joining(",")))
        .toList();
  }

  static String warning(BuildWarning warning) {
    List<String> lines = warning.ranges().stream().map(Aspects::lines).toList();
    String file = warning.source().filename();
    return text(warning.level(), Utf8Escapes.replaced(warning.message()), warning.detail(), warning.url(), lines, file);
  }

  static String warning(WarningRaised warning) {
    List<String> lines =
        warning.source().map(source -> source.ranges().stream().map(Aspects::lines).toList()).orElse(List.of());
    String file = warning.source().map(source -> source.filename()).orElse("");
    return text(warning.level(), warning.message(), warning.detail(), warning.url(), lines, file);
  }

  /** A place's lines. */
  static String place(List<LineRange> lines) {
    return lines.stream().map(Aspects::lines).collect(Collectors.joining(","));
  }

  private static String lines(LineRange range) {
    return range.first() + "-" + range.last();
  }

  static String lines(SourceRange range) {
    return range.startLine() + "-" + range.endLine();
  }

  private static String text(
      int level, String message, List<String> detail, String url, List<String> lines, String file) {
    return file + lines + " level " + level + ": " + message + " " + detail + " " + url;
  }
}
