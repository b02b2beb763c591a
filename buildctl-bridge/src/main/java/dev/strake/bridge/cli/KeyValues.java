package dev.strake.bridge.cli;

import dev.strake.llb.go.GoCsv;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads option values of the form {@code key=value,key=value}. */
final class KeyValues {

  private KeyValues() {}

  /** The fields of a value; an empty or malformed one is a usage error of {@code option}. */
  static List<String> fields(String option, String text) {
    try {
      return GoCsv.fields(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          option + "=" + text + ": " + e.getMessage(),
          "write " + option + " as key=value,key=value; \"k=a,b\" keeps a comma");
    }
  }

  /** The pairs of a value, keys in lower case, in order. */
  static Map<String, String> pairs(String option, String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String field : fields(option, text)) {
      int equals = field.indexOf('=');
      if (equals < 0) {
        throw new UsageException(
            option + "=" + text + ": \"" + field + "\" is no key=value", "write " + option + " as key=value,key=value");
      }
      pairs.put(field.substring(0, equals).toLowerCase(Locale.ROOT), field.substring(equals + 1));
    }
    return pairs;
  }

  /** A name and what is behind the first {@code =}. */
  static Map.Entry<String, String> pair(String option, String text) {
    int equals = text.indexOf('=');
    if (equals <= 0) {
      throw new UsageException(option + "=" + text + ": there is no name=value", "write " + option + " name=value");
    }
    return Map.entry(text.substring(0, equals), text.substring(equals + 1));
  }
}
