package dev.strake.frontend.instruction;

import dev.strake.grammar.source.Span;
import dev.strake.llb.go.GoBool;
import dev.strake.llb.go.GoCsv;
import dev.strake.llb.go.GoStrings;
import java.util.List;
import java.util.Optional;

/** Reads one {@code --device} flag. Used once. */
final class DeviceParser {

  private static final List<String> KEYS = List.of("name", "required");

  private final Span span;
  private String name = "";
  private boolean required;

  private DeviceParser(Span span) {
    this.span = span;
  }

  static Outcome<Device> parse(Flags.Value flag) {
    DeviceParser parser = new DeviceParser(flag.span());
    List<String> fields;
    try {
      fields = GoCsv.fields(flag.text());
    } catch (IllegalArgumentException e) {
      return Outcome.failure(FlagDiagnostics.deviceSyntax(String.valueOf(e.getMessage()), flag.span()));
    }
    for (String field : fields) {
      Optional<Problem> problem = parser.read(field);
      if (problem.isPresent()) {
        return Outcome.failure(problem.get());
      }
    }
    return Outcome.success(new Device(parser.name, parser.required));
  }

  private Optional<Problem> read(String field) {
    int equals = field.indexOf('=');
    String key = GoStrings.toLower(equals < 0 ? field : field.substring(0, equals));
    if (equals < 0) {
      return key.equals("required") ? readRequired("true") : readName(field);
    }
    String value = field.substring(equals + 1);
    return switch (key) {
      case "name" -> {
        if (!name.isEmpty()) {
          yield Optional.of(FlagDiagnostics.deviceNamedTwice(name, span));
        }
        name = value;
        yield Optional.empty();
      }
      case "required" -> readRequired(value);
      default -> {
        if (!name.isEmpty()) {
          yield Optional.of(FlagDiagnostics.unexpectedOption(key, field, KEYS, span));
        }
        // A device's name is itself of the form class=name.
        name = field;
        yield Optional.empty();
      }
    };
  }

  private Optional<Problem> readName(String field) {
    if (!name.isEmpty()) {
      return Optional.of(FlagDiagnostics.fieldWithoutValue(field, span));
    }
    name = field;
    return Optional.empty();
  }

  private Optional<Problem> readRequired(String value) {
    Optional<Boolean> parsed = GoBool.parse(value).value();
    parsed.ifPresent(flag -> required = flag);
    return parsed.isPresent()
        ? Optional.empty()
        : Optional.of(FlagDiagnostics.optionValue("required", value, "true or false", span));
  }
}
