package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import dev.strake.grammar.source.Span;
import dev.strake.llb.go.GoStrings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads an instruction's flags. Immutable; each {@code with} method makes another parser.
 *
 * <pre>{@code
 * FlagParser.NONE.withText("chown").withBool("link").parse(statement.flags())
 * }</pre>
 */
final class FlagParser {

  /** What a flag takes. */
  private enum Kind {
    BOOL,
    TEXT,
    TEXTS
  }

  /** Takes no flag. */
  static final FlagParser NONE = new FlagParser(new TreeMap<>());

  // Sorted, so that of several suggestions that are as near it is always the same one.
  private final TreeMap<String, Kind> kinds;

  private FlagParser(TreeMap<String, Kind> kinds) {
    this.kinds = kinds;
  }

  /** A flag that is there or not, or says {@code true} or {@code false}. */
  FlagParser withBool(String name) {
    return with(name, Kind.BOOL);
  }

  /** A flag with one value. */
  FlagParser withText(String name) {
    return with(name, Kind.TEXT);
  }

  /** A flag that may be there several times. */
  FlagParser withTexts(String name) {
    return with(name, Kind.TEXTS);
  }

  private FlagParser with(String name, Kind kind) {
    TreeMap<String, Kind> more = new TreeMap<>(kinds);
    more.put(name, kind);
    return new FlagParser(more);
  }

  Outcome<Flags> parse(List<Statement.Flag> written) {
    if (written.isEmpty()) {
      return Outcome.success(Flags.NONE);
    }
    Map<String, List<Flags.Value>> values = new HashMap<>();
    for (Statement.Flag flag : written) {
      if (flag.word().equals("--")) {
        break;
      }
      if (!flag.word().startsWith("--")) {
        return Outcome.failure(FlagDiagnostics.notAFlag(flag.word(), flag.span()));
      }
      switch (value(flag, values)) {
        case Outcome.Failure<Flags.Value>(Problem problem) -> {
          return Outcome.failure(problem);
        }
        case Outcome.Success<Flags.Value>(Flags.Value value) ->
            values.computeIfAbsent(name(flag), name -> new ArrayList<>()).add(value);
      }
    }
    return Outcome.success(new Flags(values));
  }

  private Outcome<Flags.Value> value(Statement.Flag flag, Map<String, List<Flags.Value>> before) {
    String name = name(flag);
    Span span = flag.span();
    Kind kind = kinds.get(name);
    if (kind == null) {
      return Outcome.failure(FlagDiagnostics.unknownFlag(name, List.copyOf(kinds.keySet()), span));
    }
    if (kind != Kind.TEXTS && before.containsKey(name)) {
      return Outcome.failure(FlagDiagnostics.duplicateFlag(name, span));
    }
    int equals = flag.word().indexOf('=');
    String value = equals < 0 ? "" : flag.word().substring(equals + 1);
    return switch (kind) {
      case BOOL -> {
        if (equals >= 0 && value.isEmpty()) {
          yield Outcome.failure(FlagDiagnostics.missingValue(name, span));
        }
        yield switch (GoStrings.toLower(value)) {
          case "true", "" -> Outcome.success(new Flags.Value("true", span));
          case "false" -> Outcome.success(new Flags.Value("false", span));
          default -> Outcome.failure(FlagDiagnostics.notBoolean(name, value, span));
        };
      }
      case TEXT, TEXTS ->
          equals < 0
              ? Outcome.failure(FlagDiagnostics.missingValue(name, span))
              : Outcome.success(new Flags.Value(value, span));
    };
  }

  private static String name(Statement.Flag flag) {
    int equals = flag.word().indexOf('=');
    return flag.word().substring(2, equals < 0 ? flag.word().length() : equals);
  }
}
