package dev.strake.llb.go.template;

import dev.strake.llb.go.GoFloat;
import dev.strake.llb.go.GoQuote;
import dev.strake.llb.go.GoTimeLayout;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Go's {@code fmt}, for template values. */
public final class GoFormat {

  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final String FLAGS = "-+# 0";

  private GoFormat() {}

  /** The value as {@code %v} has it. */
  public static String value(GoValue value) {
    return switch (value) {
      case GoValue.Nil nil -> nil.shown();
      case GoValue.Text(String text) -> text;
      case GoValue.Int(long number) -> Long.toString(number);
      case GoValue.Enumerated(String type, String name, long number) -> name;
      case GoValue.Decimal(double number) -> GoFloat.format(number);
      case GoValue.Bool(boolean on) -> Boolean.toString(on);
      case GoValue.Bytes(byte[] data) -> bytes(data);
      case GoValue.Time time when time.zone().equals(ZoneOffset.UTC) -> time(time.instant());
      case GoValue.Time time -> GoTimeLayout.format(time.zoned(), "2006-01-02 15:04:05.999999999 -0700 MST");
      case GoValue.Slice slice ->
          slice.elements().stream().map(GoFormat::value).collect(Collectors.joining(" ", "[", "]"));
      case GoValue.Mapping map ->
          map.entries().entrySet().stream()
              .map(entry -> entry.getKey() + ":" + value(entry.getValue()))
              .collect(Collectors.joining(" ", "map[", "]"));
      case GoValue.Struct struct when struct.message() -> GoProtoText.of(struct);
      case GoValue.Struct struct ->
          struct.fields().stream()
              .map(field -> value(field.value()))
              .collect(Collectors.joining(" ", struct.type().startsWith("*") ? "&{" : "{", "}"));
    };
  }

  /** A time as {@code %v} has it, in UTC. */
  public static String time(Instant instant) {
    String fraction = instant.getNano() == 0 ? "" : String.format(".%09d", instant.getNano()).replaceFirst("0+$", "");
    return SECONDS.format(instant.atOffset(ZoneOffset.UTC)) + fraction + " +0000 UTC";
  }

  private static String bytes(byte[] data) {
    StringBuilder text = new StringBuilder("[");
    for (byte b : data) {
      text.append(text.length() > 1 ? " " : "").append(b & 0xff);
    }
    return text.append(']').toString();
  }

  /** {@code fmt.Sprintf}. */
  static String printf(String format, List<GoValue> values) {
    StringBuilder out = new StringBuilder();
    int used = 0;
    int at = 0;
    while (at < format.length()) {
      int percent = format.indexOf('%', at);
      if (percent < 0) {
        out.append(format, at, format.length());
        break;
      }
      out.append(format, at, percent);
      Directive directive = Directive.read(format, percent + 1);
      at = directive.end();
      if (directive.verb() == 0) {
        out.append("%!(NOVERB)");
      } else if (directive.verb() == '%') {
        out.append('%');
      } else if (used >= values.size()) {
        out.append("%!").append(directive.verb()).append("(MISSING)");
      } else {
        out.append(directive.apply(values.get(used++)));
      }
    }
    if (used < values.size()) {
      out.append(
          values.subList(used, values.size()).stream()
              .map(value -> value.type() + "=" + value(value))
              .collect(Collectors.joining(", ", "%!(EXTRA ", ")")));
    }
    return out.toString();
  }

  /**
   * One {@code %} of a format.
   *
   * @param width of at least; 0 for any
   * @param precision -1 where none is given
   * @param verb 0 where the format ends before it
   * @param end where the format goes on
   */
  private record Directive(String flags, int width, int precision, char verb, int end) {

    static Directive read(String format, int start) {
      int at = start;
      while (at < format.length() && FLAGS.indexOf(format.charAt(at)) >= 0) {
        at++;
      }
      String flags = format.substring(start, at);
      int widthEnd = digitsEnd(format, at);
      int width = number(format.substring(at, widthEnd), 0);
      int precision = -1;
      at = widthEnd;
      if (at < format.length() && format.charAt(at) == '.') {
        int precisionEnd = digitsEnd(format, at + 1);
        precision = number(format.substring(at + 1, precisionEnd), 0);
        at = precisionEnd;
      }
      return at < format.length()
          ? new Directive(flags, width, precision, format.charAt(at), at + 1)
          : new Directive(flags, width, precision, (char) 0, at);
    }

    private static int digitsEnd(String format, int from) {
      int at = from;
      while (at < format.length() && Character.isDigit(format.charAt(at))) {
        at++;
      }
      return at;
    }

    private static int number(String digits, int otherwise) {
      // Go takes no width of more than a million.
      return digits.isEmpty() || digits.length() > 6 ? otherwise : Integer.parseInt(digits);
    }

    String apply(GoValue value) {
      String text =
          switch (verb) {
            case 'v' -> value(value);
            case 's' -> value instanceof GoValue.Bytes(byte[] b) ? new String(b, StandardCharsets.UTF_8) : shown(value);
            case 'q' -> value instanceof GoValue.Text(String t) ? GoQuote.quote(t) : wrong(value);
            case 'd' -> decimal(value);
            case 'x' -> hex(value);
            case 't' -> value instanceof GoValue.Bool ? value(value) : wrong(value);
            case 'f' -> value instanceof GoValue.Decimal(double number) ? signed(fixed(number)) : wrong(value);
            case 'g' -> value instanceof GoValue.Decimal(double number) ? GoFloat.format(number) : wrong(value);
            case 'T' -> value.type();
            default -> wrong(value);
          };
      boolean cut = precision >= 0 && (verb == 's' || verb == 'q') && text.codePointCount(0, text.length()) > precision;
      return padded(cut ? text.substring(0, text.offsetByCodePoints(0, precision)) : text);
    }

    private String shown(GoValue value) {
      return value instanceof GoValue.Int || value instanceof GoValue.Bool || value instanceof GoValue.Decimal
          ? wrong(value)
          : value(value);
    }

    private String decimal(GoValue value) {
      return switch (value) {
        case GoValue.Int(long number) -> signed(Long.toString(number));
        case GoValue.Enumerated enumerated -> signed(Long.toString(enumerated.value()));
        default -> wrong(value);
      };
    }

    private String hex(GoValue value) {
      return switch (value) {
        case GoValue.Int(long number) -> Long.toHexString(number);
        case GoValue.Text(String text) -> HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        case GoValue.Bytes(byte[] data) -> HexFormat.of().formatHex(data);
        default -> wrong(value);
      };
    }

    private String fixed(double number) {
      return GoFloat.fixed(number, precision < 0 ? 6 : precision);
    }

    private String signed(String number) {
      return flags.contains("+") && !number.startsWith("-") ? "+" + number : number;
    }

    private String wrong(GoValue value) {
      return "%!" + verb + "(" + value.type() + "=" + value(value) + ")";
    }

    private String padded(String text) {
      int missing = width - text.codePointCount(0, text.length());
      if (missing <= 0) {
        return text;
      }
      if (flags.contains("-")) {
        return text + " ".repeat(missing);
      }
      boolean zeros = flags.contains("0") && (verb == 'd' || verb == 'f' || verb == 'x');
      boolean negative = zeros && text.startsWith("-");
      String digits = negative ? text.substring(1) : text;
      return (negative ? "-" : "") + (zeros ? "0" : " ").repeat(missing) + digits;
    }
  }
}
