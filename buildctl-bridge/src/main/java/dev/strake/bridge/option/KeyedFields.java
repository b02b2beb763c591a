package dev.strake.bridge.option;

import dev.strake.bridge.buildctl.command.CommandException;
import dev.strake.llb.go.GoCsv;
import dev.strake.llb.go.GoStrings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads values of the form {@code key=value,key=value}. */
final class KeyedFields {

  private KeyedFields() {}

  /** The fields, in order, keys in lower case; of a key that comes twice the last value. */
  static Map<String, String> of(String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String field : fields(text)) {
      int equals = field.indexOf('=');
      if (equals < 0) {
        throw new CommandException("invalid value " + field);
      }
      pairs.put(GoStrings.toLower(field.substring(0, equals)), field.substring(equals + 1));
    }
    return pairs;
  }

  /** The fields as they are. */
  static List<String> fields(String text) {
    try {
      return GoCsv.fields(text);
    } catch (IllegalArgumentException e) {
      throw new CommandException(String.valueOf(e.getMessage()));
    }
  }
}
