package dev.strake.bridge.option;

import dev.strake.bridge.buildctl.command.CommandException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads values of the form {@code name=value}, such as those of {@code --opt}. */
public final class NamedValues {

  private NamedValues() {}

  /** The values by name, the last of each. */
  public static Map<String, String> parse(List<String> texts) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String text : texts) {
      int equals = text.indexOf('=');
      if (equals < 0) {
        throw new CommandException("invalid value " + text);
      }
      values.put(text.substring(0, equals), text.substring(equals + 1));
    }
    return values;
  }
}
