package dev.strake.bridge.option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads values of the form {@code name=value}, such as those of {@code --opt}. */
public final class NamedValues {

  private NamedValues() {}

  /** The name, which may be empty, and what is behind the first {@code =}; absent where there is none. */
  public static Optional<Map.Entry<String, String>> of(String text) {
    int equals = text.indexOf('=');
    return equals < 0
        ? Optional.empty()
        : Optional.of(Map.entry(text.substring(0, equals), text.substring(equals + 1)));
  }

  /**
   * The values by name, the last of each.
   *
   * @throws OptionException where a text has no {@code =}
   */
  public static Map<String, String> parse(List<String> texts) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String text : texts) {
      Map.Entry<String, String> pair =
          of(text).orElseThrow(() -> new OptionException("invalid value " + text, "write name=value"));
      values.put(pair.getKey(), pair.getValue());
    }
    return values;
  }
}
