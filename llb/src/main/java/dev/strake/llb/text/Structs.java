package dev.strake.llb.text;

import dev.strake.llb.go.template.GoValue;
import dev.strake.llb.go.template.GoValue.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Collects a message's fields for JSON, which leaves out those that are empty. */
final class Structs {

  private final List<Field> fields = new ArrayList<>();

  /** A field that JSON always has. */
  Structs always(String name, GoValue value) {
    fields.add(Field.of(name, name, value));
    return this;
  }

  Structs text(String name, String value) {
    return field(name, GoValue.of(value));
  }

  Structs number(String name, long value) {
    return field(name, GoValue.of(value));
  }

  Structs flag(String name, boolean value) {
    return field(name, GoValue.of(value));
  }

  Structs texts(String name, List<String> values) {
    return field(name, GoValue.texts(values));
  }

  Structs texts(String name, Map<String, String> values) {
    return field(name, GoValue.texts(values));
  }

  Structs message(String name, Optional<GoValue> value) {
    return field(name, value.orElse(GoValue.NIL));
  }

  <T> Structs list(String name, List<T> values, Function<T, GoValue> change) {
    return field(name, new GoValue.Slice("[]", values.stream().map(change).toList(), values.isEmpty()));
  }

  private Structs field(String name, GoValue value) {
    fields.add(Field.optional(name, name, value));
    return this;
  }


  GoValue build() {
    return new GoValue.Struct("", fields);
  }
}
