package dev.strake.bridge.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of the table of command lines.
 *
 * @param variables those in front of the words
 * @param input the file that is standard input; absent for a device that has nothing
 */
record CommandLine(String text, Map<String, String> variables, List<String> words, Optional<String> input) {

  /** Text in single quotes is taken as it is. */
  private static final Pattern WORD = Pattern.compile("(?:'[^']*'|[^' ])+");

  private static final Pattern VARIABLE = Pattern.compile("([A-Z][A-Z0-9_]*)=(.*)");

  static List<CommandLine> readAll(Path table) throws IOException {
    return Files.readAllLines(table).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(CommandLine::parse)
        .toList();
  }

  static CommandLine parse(String text) {
    List<String> words = new ArrayList<>(WORD.matcher(text).results().map(word -> unquote(word.group())).toList());
    Map<String, String> variables = new LinkedHashMap<>();
    for (Matcher first = VARIABLE.matcher(words.getFirst()); first.matches(); first.reset(words.getFirst())) {
      variables.put(first.group(1), first.group(2));
      words.removeFirst();
    }
    Optional<String> input = Optional.empty();
    int mark = words.indexOf("<");
    if (mark >= 0) {
      input = Optional.of(words.get(mark + 1));
      words = words.subList(0, mark);
    }
    return new CommandLine(text, Map.copyOf(variables), List.copyOf(words), input);
  }

  private static String unquote(String word) {
    return word.replace("'", "");
  }
}
