package dev.strake.bridge.cli;

import dev.strake.bridge.option.KeyedFields;
import dev.strake.bridge.option.NamedValues;
import dev.strake.bridge.option.OptionException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads options' values, and says of what makes no sense in which option it stands, and what to write instead. */
final class OptionValues {

  private OptionValues() {}

  /** What a reader makes of a value. */
  static <T> T read(String option, String text, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (OptionException e) {
      throw new UsageException(option + "=" + text + ": " + e.getMessage(), e.help());
    }
  }

  /** Has a value taken in. */
  static void take(String option, String text, Consumer<String> taker) {
    read(
        option,
        text,
        given -> {
          taker.accept(given);
          return given;
        });
  }

  /** The fields of a value. */
  static List<String> fields(String option, String text) {
    return read(option, text, KeyedFields::fields);
  }

  /** A name, which is not empty, and what is behind the first {@code =}. */
  static Map.Entry<String, String> pair(String option, String text) {
    return NamedValues.of(text)
        .filter(pair -> !pair.getKey().isEmpty())
        .orElseThrow(
            () ->
                new UsageException(
                    option + "=" + text + ": there is no name=value", "write " + option + " name=value"));
  }
}
