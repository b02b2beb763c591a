package dev.strake.bridge.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A lint result without the order of the warnings at one place: the reference draws it by chance, where it walks a map of
 * the variables of an instruction.
 */
final class LintOrder {

  /** Between the warnings of the text: each starts with an empty line and its rule. */
  private static final Pattern TEXT = Pattern.compile("(?m)(?=^\\nWARNING: )");

  /** What follows the rule and the message in a warning of the text: the file and its lines. */
  private static final Pattern TEXT_PLACE = Pattern.compile("(?s)\\nWARNING: [^\\n]*\\n[^\\n]*\\n(.*)");

  /** Between the entries of an indented JSON list. */
  private static final Pattern JSON = Pattern.compile("(?m)(?<=^    \\},?\\n)|(?=^    \\{\\n)");

  private static final Pattern JSON_PLACE = Pattern.compile("(?s).*?\\n      \"location\": (.*)");

  private LintOrder() {}

  static String comparable(String aspect, String text) {
    return switch (aspect) {
      case "result.txt" -> sorted(TEXT.split(text), TEXT_PLACE);
      case "result.json" -> sorted(JSON.split(text), JSON_PLACE);
      default -> text;
    };
  }

  /** The pieces, neighbours of one place in alphabetical order. */
  private static String sorted(String[] pieces, Pattern placed) {
    List<List<String>> groups = new ArrayList<>();
    String previous = "";
    for (String piece : pieces) {
      String place = placed.matcher(piece).replaceFirst("$1").replace("    },", "    }").strip();
      if (groups.isEmpty() || !place.equals(previous)) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(piece.replace("    },\n", "    }\n"));
      previous = place;
    }
    return groups.stream()
        .flatMap(group -> group.stream().sorted())
        .collect(Collectors.joining());
  }
}
