package dev.strake.frontend.lower;

import dev.strake.frontend.lower.image.EnvEntries;
import dev.strake.llb.EnvList;
import java.util.List;
import java.util.Optional;

/**
 * The arguments that are declared in a stage, or in one that it begins with. Immutable; adding shares what is there.
 */
final class StageArgs {

  static final StageArgs NONE = new StageArgs(EnvEntries.EMPTY, EnvList.EMPTY, EnvList.EMPTY);

  private final EnvEntries declared;
  private final EnvList names;
  private final EnvList values;

  private StageArgs(EnvEntries declared, EnvList names, EnvList values) {
    this.declared = declared;
    this.names = names;
    this.values = values;
  }

  StageArgs with(String name, Optional<String> value) {
    return new StageArgs(
        declared.with(name, value.orElse("")),
        names.contains(name) ? names : names.with(name, ""),
        value.map(v -> values.with(name, v)).orElse(values));
  }

  boolean isDeclared(String name) {
    return names.contains(name);
  }

  /** The last value that a declaration gave it. */
  Optional<String> value(String name) {
    return values.get(name);
  }

  /** How the history shows a process: behind the arguments' count and values, where there are any. */
  String commandLine(List<String> words, EnvList env) {
    StringBuilder line = new StringBuilder();
    List<EnvEntries.Variable> all = declared.variables();
    if (!all.isEmpty()) {
      line.append('|').append(all.size()).append(' ');
    }
    for (EnvEntries.Variable arg : all) {
      line.append(arg.name()).append('=').append(env.get(arg.name()).orElse(arg.value())).append(' ');
    }
    return line.append(String.join(" ", words)).toString();
  }
}
