package dev.strake.llb.go.template;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The variables of a block, in front of those of the blocks around it. */
final class Variables {

  private final Optional<Variables> outer;
  private final Map<String, GoValue> values = new HashMap<>();

  private Variables(Optional<Variables> outer) {
    this.outer = outer;
  }

  static Variables none() {
    return new Variables(Optional.empty());
  }

  Variables inner() {
    return new Variables(Optional.of(this));
  }

  Variables outer() {
    return outer.orElseThrow();
  }

  void declare(String name, GoValue value) {
    values.put(name, value);
  }

  /** Changes a variable where it was declared. */
  void assign(String name, GoValue value, Node.Place place) {
    holder(name, place).values.put(name, value);
  }

  GoValue get(String name, Node.Place place) {
    return holder(name, place).values.getOrDefault(name, GoValue.NIL);
  }

  private Variables holder(String name, Node.Place place) {
    Optional<Variables> at = Optional.of(this);
    while (at.isPresent()) {
      if (at.get().values.containsKey(name)) {
        return at.get();
      }
      at = at.get().outer;
    }
    throw new TemplateException(place, "undefined variable " + "\"" + name + "\"");
  }
}
