package dev.strake.frontend.instruction;

import dev.strake.grammar.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The flags of one instruction, by name. */
record Flags(Map<String, List<Value>> values) {

  static final Flags NONE = new Flags(Map.of());

  Flags {
    values = Map.copyOf(values);
  }

  /** A flag's value and the flag's place. */
  record Value(String text, Span span) {}

  /** All values of a flag. */
  List<Value> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** The texts of all values of a flag. */
  List<String> texts(String name) {
    return all(name).stream().map(Value::text).toList();
  }

  Optional<Value> value(String name) {
    List<Value> all = all(name);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
  }

  /** The value of a flag; empty where it is not given. */
  String text(String name) {
    return value(name).map(Value::text).orElse("");
  }

  /** Whether a flag says true; absent where it is not given. */
  Optional<Boolean> bool(String name) {
    return value(name).map(value -> value.text().equals("true"));
  }
}
