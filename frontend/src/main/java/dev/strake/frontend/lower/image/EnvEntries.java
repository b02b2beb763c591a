package dev.strake.frontend.lower.image;

import dev.strake.llb.EnvList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The environment of an image's configuration: lines {@code name=value} in the order in which the names came up first.
 * Immutable; setting a variable costs the same however many there are.
 */
public final class EnvEntries {

  /** No variables. */
  public static final EnvEntries EMPTY = new EnvEntries(List.of(), EnvList.EMPTY);

  private final List<String> inherited;
  private final EnvList assigned;

  private EnvEntries(List<String> inherited, EnvList assigned) {
    this.inherited = inherited;
    this.assigned = assigned;
  }

  /** These lines as they are, even if they have no value or a name comes up twice. */
  public static EnvEntries of(List<String> lines) {
    return new EnvEntries(List.copyOf(lines), EnvList.EMPTY);
  }

  /** Sets a variable; one that is there already keeps its place. */
  public EnvEntries with(String name, String value) {
    return new EnvEntries(inherited, assigned.withInPlace(name, value));
  }

  /** The lines, in order. Takes as long as there are lines. */
  public List<String> lines() {
    if (assigned.size() == 0) {
      return inherited;
    }
    List<String> lines = new ArrayList<>(inherited);
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      places.putIfAbsent(Variable.parse(lines.get(i)).name(), i);
    }
    assigned.forEach(
        (name, value) -> {
          Integer place = places.get(name);
          if (place == null) {
            lines.add(name + "=" + value);
          } else {
            lines.set(place, name + "=" + value);
          }
        });
    return lines;
  }

  /** The variables in the order of their lines; one without a value has the empty one. */
  public List<Variable> variables() {
    return lines().stream().map(Variable::parse).toList();
  }

  /** A variable's value, the last one where there are several. */
  public Optional<String> get(String name) {
    List<Variable> there =
        inherited.stream().map(Variable::parse).filter(variable -> variable.name().equals(name)).toList();
    // An assignment changes the first line of its name, and a later one of the same name wins.
    return there.size() > 1
        ? Optional.of(there.getLast().value())
        : assigned.get(name).or(() -> there.stream().map(Variable::value).findFirst());
  }

  /** A name and its value. */
  public record Variable(String name, String value) {

    static Variable parse(String line) {
      int equals = line.indexOf('=');
      return equals < 0
          ? new Variable(line, "")
          : new Variable(line.substring(0, equals), line.substring(equals + 1));
    }

    @Override
    public String toString() {
      return name + "=" + value;
    }
  }
}
