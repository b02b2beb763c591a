package dev.strake.bridge.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A lint result without the order of the warnings at one place: the reference draws it by chance, where it walks a map of
 * the variables of an instruction.
 */
final class LintOrder {

  /** Between the warnings of the text: each starts with an empty line and its rule. */
  private static final Pattern TEXT = Pattern.compile("(?m)(?=^\\nWARNING: )");

  /** Between the entries of an indented JSON list. */
  private static final Pattern JSON = Pattern.compile("(?m)(?<=^    \\},?\\n)|(?=^    \\{\\n)");

  private static final String LOCATION = "\n      \"location\": ";

  private LintOrder() {}

  static String comparable(String aspect, String text) {
    return switch (aspect) {
      case "result.txt" -> sorted(TEXT.split(text.stripTrailing() + "\n"), LintOrder::placeInText);
      case "result.json" -> sorted(JSON.split(text), LintOrder::placeInJson);
      default -> text;
    };
  }

  /** The pieces, neighbours of one place in alphabetical order. */
  private static String sorted(String[] pieces, UnaryOperator<String> placeOf) {
    List<List<String>> groups = new ArrayList<>();
    String previous = "";
    for (String piece : pieces) {
      String place = placeOf.apply(piece).replace("    },", "    }").strip();
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

  /** What follows the rule and the message: the file and its lines. */
  private static String placeInText(String piece) {
    int rule = piece.indexOf('\n', 1);
    int message = rule < 0 ? -1 : piece.indexOf('\n', rule + 1);
    return message < 0 ? piece : piece.substring(message + 1);
  }

  private static String placeInJson(String piece) {
    int location = piece.indexOf(LOCATION);
    return location < 0 ? piece : piece.substring(location + LOCATION.length());
  }
}
