package dev.strake.bridge.buildctl;

import dev.strake.bridge.buildctl.command.CommandException;
import dev.strake.bridge.option.NamedValues;
import dev.strake.bridge.option.OptionException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads {@code --opt}, to which some variables of the environment belong. */
final class FrontendOptions {

  private static final List<String> PASSED_ON = List.of("SOURCE_DATE_EPOCH");

  private FrontendOptions() {}

  /** @param debug hears of what comes from the environment */
  static Map<String, String> parse(
      List<String> texts, Map<String, String> environment, Consumer<String> debug) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String name : PASSED_ON) {
      if (environment.containsKey(name)) {
        debug.accept("Propagating " + name + " from the client env to the build arg");
        options.put("build-arg:" + name, environment.get(name));
      }
    }
    try {
      options.putAll(NamedValues.parse(texts));
    } catch (OptionException e) {
      throw new CommandException("invalid opt: " + e.getMessage());
    }
    return options;
  }
}
