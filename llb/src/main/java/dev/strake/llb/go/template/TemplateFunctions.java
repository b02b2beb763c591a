package dev.strake.llb.go.template;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The functions of templates: Go's own, and {@code json}. */
final class TemplateFunctions {

  static final Set<String> NAMES =
      Set.of(
          "and", "or", "not", "len", "index", "slice", "print", "printf", "println", "eq", "ne", "lt", "le", "gt", "ge",
        "json");

  private TemplateFunctions() {}

  /** A function has refused its arguments, which is told of the whole call. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * The value of a call.
   *
   * @param place of the function's name
   * @param whole the call, with its arguments
   */
  static GoValue call(String name, List<GoValue> arguments, Node.Place place, Node.Place whole) {
    try {
      return call(name, arguments, place);
    } catch (Refused e) {
      throw new TemplateException(whole, "error calling " + name + ": " + e.getMessage());
    }
  }

  private static GoValue call(String name, List<GoValue> arguments, Node.Place place) {
    return switch (name) {
      case "json" -> GoValue.of(GoValueJson.plain(only(name, arguments, place)));
      case "not" -> GoValue.of(!only(name, arguments, place).isTrue());
      case "len" -> length(only(name, arguments, place));
      case "index" -> index(atLeast(1, name, arguments, place));
      case "slice" -> slice(atLeast(1, name, arguments, place));
      case "print" -> GoValue.of(print(arguments));
      case "println" -> GoValue.of(spaced(arguments) + "\n");
      case "printf" -> {
        List<GoValue> given = atLeast(1, name, arguments, place);
        yield GoValue.of(GoFormat.printf(GoFormat.value(given.getFirst()), given.subList(1, given.size())));
      }
      case "eq" -> {
        List<GoValue> given = atLeast(2, name, arguments, place);
        GoValue first = given.getFirst();
        yield GoValue.of(given.stream().skip(1).anyMatch(other -> compare(name, first, other) == 0));
      }
      case "ne", "lt", "le", "gt", "ge" -> GoValue.of(holds(name, atLeast(2, name, arguments, place)));
      default -> throw new Refused("is not supported here");
    };
  }

  private static boolean holds(String name, List<GoValue> given) {
    int order = compare(name, given.get(0), given.get(1));
    return switch (name) {
      case "ne" -> order != 0;
      case "lt" -> order < 0;
      case "le" -> order <= 0;
      case "gt" -> order > 0;
      default -> order >= 0;
    };
  }

  private static int compare(String name, GoValue one, GoValue other) {
    GoValue left = number(one);
    GoValue right = number(other);
    if (left instanceof GoValue.Int(long a) && right instanceof GoValue.Int(long b)) {
      return Long.compare(a, b);
    }
    if (left instanceof GoValue.Decimal(double a) && right instanceof GoValue.Decimal(double b)) {
      return Double.compare(a, b);
    }
    if (left instanceof GoValue.Text(String a) && right instanceof GoValue.Text(String b)) {
      return a.compareTo(b);
    }
    boolean equality = name.equals("eq") || name.equals("ne");
    if (equality && left instanceof GoValue.Bool(boolean a) && right instanceof GoValue.Bool(boolean b)) {
      return Boolean.compare(a, b);
    }
    if (equality && (left instanceof GoValue.Nil || right instanceof GoValue.Nil)) {
      return left instanceof GoValue.Nil && right instanceof GoValue.Nil ? 0 : 1;
    }
    throw new Refused("incompatible types for comparison");
  }

  /** What prints as its name compares as a number. */
  private static GoValue number(GoValue value) {
    return value instanceof GoValue.Enumerated enumerated ? GoValue.of(enumerated.value()) : value;
  }

  private static GoValue length(GoValue value) {
    return switch (value) {
      case GoValue.Text(String text) -> GoValue.of(text.getBytes(StandardCharsets.UTF_8).length);
      case GoValue.Slice slice -> GoValue.of(slice.elements().size());
      case GoValue.Mapping map -> GoValue.of(map.entries().size());
      case GoValue.Bytes(byte[] data) -> GoValue.of(data.length);
      default -> throw new Refused("len of type " + pointedAt(value));
    };
  }

  private static GoValue index(List<GoValue> given) {
    GoValue value = given.getFirst();
    for (GoValue key : given.subList(1, given.size())) {
      value =
          switch (value) {
            case GoValue.Slice slice when key instanceof GoValue.Int(long i) -> {
              if (i < 0 || i >= slice.elements().size()) {
                throw new Refused("index out of range: " + i);
              }
              yield slice.elements().get((int) i);
            }
            case GoValue.Mapping map when key instanceof GoValue.Text(String name) ->
                map.entries().getOrDefault(name, GoValue.NIL);
            default -> throw new Refused("can't index item of type " + pointedAt(value));
          };
    }
    return value;
  }

  /** What a pointer points at is what is looked into. */
  private static String pointedAt(GoValue value) {
    return value.type().startsWith("*") ? value.type().substring(1) : value.type();
  }

  private static GoValue slice(List<GoValue> given) {
    if (!(given.getFirst() instanceof GoValue.Text(String text))) {
      throw new Refused("can't slice item of type " + given.getFirst().type());
    }
    int from = given.size() > 1 ? bound(given.get(1), text.length()) : 0;
    int to = given.size() > 2 ? bound(given.get(2), text.length()) : text.length();
    if (from > to) {
      throw new Refused("invalid slice index: " + from + " > " + to);
    }
    return GoValue.of(text.substring(from, to));
  }

  private static int bound(GoValue value, int length) {
    if (value instanceof GoValue.Int(long i) && i >= 0 && i <= length) {
      return (int) i;
    }
    throw new Refused("index out of range: " + GoFormat.value(value));
  }

  /** As {@code fmt.Sprint}: a space between two where neither is a text. */
  private static String print(List<GoValue> values) {
    StringBuilder out = new StringBuilder();
    GoValue before = GoValue.of("");
    for (GoValue value : values) {
      boolean apart = !(before instanceof GoValue.Text) && !(value instanceof GoValue.Text);
      out.append(apart ? " " : "").append(GoFormat.value(value));
      before = value;
    }
    return out.toString();
  }

  private static String spaced(List<GoValue> values) {
    return values.stream().map(GoFormat::value).collect(Collectors.joining(" "));
  }

  private static GoValue only(String name, List<GoValue> arguments, Node.Place place) {
    if (arguments.size() != 1) {
      throw wrongCount(name, "1", arguments, place);
    }
    return arguments.getFirst();
  }

  private static List<GoValue> atLeast(int count, String name, List<GoValue> arguments, Node.Place place) {
    if (arguments.size() < count) {
      throw wrongCount(name, "at least " + count, arguments, place);
    }
    return arguments;
  }

  private static TemplateException wrongCount(String name, String want, List<GoValue> got, Node.Place place) {
    return new TemplateException(
        place, "wrong number of args for " + name + ": want " + want + " got " + got.size());
  }
}
