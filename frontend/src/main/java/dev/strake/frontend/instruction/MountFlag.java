package dev.strake.frontend.instruction;

import dev.strake.grammar.source.Span;
import dev.strake.llb.go.GoCsv;
import dev.strake.llb.go.GoStrings;
import java.util.List;

/**
 * A {@code --mount} flag of {@code RUN}, variables not expanded.
 *
 * @param fields the flag's value, taken apart at its commas
 * @param from the stage, context or image to mount from; empty where not given. Never holds a variable.
 * @param span the flag's place
 */
public record MountFlag(List<String> fields, String from, Span span) {
  public MountFlag {
    fields = List.copyOf(fields);
  }

  static Outcome<MountFlag> of(Flags.Value flag) {
    List<String> fields;
    try {
      fields = GoCsv.fields(flag.text());
    } catch (IllegalArgumentException e) {
      return Outcome.failure(MountDiagnostics.syntax(String.valueOf(e.getMessage()), flag.span()));
    }
    String from = "";
    for (String field : fields) {
      int equals = field.indexOf('=');
      if (equals >= 0 && GoStrings.toLower(field.substring(0, equals)).equals("from")) {
        from = field.substring(equals + 1);
        int dollar = from.indexOf('$');
        if (dollar >= 0 && dollar != from.length() - 1) {
          return Outcome.failure(MountDiagnostics.variableInFrom(flag.span()));
        }
      }
    }
    return Outcome.success(new MountFlag(fields, from, flag.span()));
  }
}
