package dev.strake.frontend.lower.image;

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
  public static final EnvEntries EMPTY = new EnvEntries(List.of(), AppendList.empty());

  private final List<String> inherited;
  private final AppendList<Variable> assigned;

  private EnvEntries(List<String> inherited, AppendList<Variable> assigned) {
    this.inherited = inherited;
    this.assigned = assigned;
  }

  /** These lines as they are, even if they have no value or a name comes up twice. */
  public static EnvEntries of(List<String> lines) {
    return new EnvEntries(List.copyOf(lines), AppendList.empty());
  }

  /** Sets a variable; one that is there already keeps its place. */
  public EnvEntries with(String name, String value) {
    return new EnvEntries(inherited, assigned.append(new Variable(name, value)));
  }

  /** The lines, in order. Takes as long as there are lines and assignments. */
  public List<String> lines() {
    if (assigned.isEmpty()) {
      return inherited;
    }
    List<String> lines = new ArrayList<>(inherited);
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      places.putIfAbsent(Variable.parse(lines.get(i)).name(), i);
    }
    for (Variable variable : assigned.toList()) {
      Integer place = places.putIfAbsent(variable.name(), lines.size());
      if (place == null) {
        lines.add(variable.toString());
      } else {
        lines.set(place, variable.toString());
      }
    }
    return lines;
  }

  /** The variables in the order of their lines; one without a value has the empty one. */
  public List<Variable> variables() {
    return lines().stream().map(Variable::parse).toList();
  }

  /** A variable's value, the last one where there are several. */
  public Optional<String> get(String name) {
    return variables().stream().filter(v -> v.name().equals(name)).map(Variable::value).reduce((a, b) -> b);
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
