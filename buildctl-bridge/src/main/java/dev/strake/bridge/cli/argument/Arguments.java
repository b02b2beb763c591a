package dev.strake.bridge.cli.argument;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options and the operand of one command line. Immutable. */
public final class Arguments {

  private final Map<Option, List<String>> values;
  private final Optional<String> operand;

  Arguments(Map<Option, List<String>> values, Optional<String> operand) {
    this.values = Map.copyOf(values);
    this.operand = operand;
  }

  /** Whether a switch was given. */
  public boolean has(Option flag) {
    return values.containsKey(flag);
  }

  /** The value of an option that is given once; absent where it was not. */
  public Optional<String> one(Option option) {
    return all(option).stream().findFirst();
  }

  /** The values of an option, in order. */
  public List<String> all(Option option) {
    return values.getOrDefault(option, List.of());
  }

  /**
   * The operand.
   *
   * @throws IllegalStateException when the command has none
   */
  public String operand() {
    return operand.orElseThrow(() -> new IllegalStateException("the command has no operand"));
  }
}
