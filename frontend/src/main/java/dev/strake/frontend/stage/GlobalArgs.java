package dev.strake.frontend.stage;

import dev.strake.frontend.ast.Place;
import dev.strake.frontend.expand.EnvVariables;
import dev.strake.frontend.expand.WordExpander;
import dev.strake.frontend.instruction.ArgCommand;
import dev.strake.frontend.instruction.ArgDefinition;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.shell.Environment;
import dev.strake.grammar.shell.Expansion;
import dev.strake.grammar.source.SourceFile;
import dev.strake.llb.EnvList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The arguments in front of the first {@code FROM} with their values, and the predefined ones.
 *
 * @param values all that have a value
 * @param declared those that the file declares, in the order in which they first come up
 */
public record GlobalArgs(EnvList values, Map<String, ArgInfo> declared) {

  public GlobalArgs {
    declared = Collections.unmodifiableMap(new LinkedHashMap<>(declared));
  }

  /**
   * Evaluates the declarations in order, each over those before it.
   *
   * @param predefined what is there without being declared
   * @param buildArgs the client's values, which win over defaults
   * @return empty when a default cannot be expanded, which the sink is told
   */
  public static Optional<GlobalArgs> evaluate(
      EnvList predefined,
      List<ArgCommand> commands,
      Map<String, String> buildArgs,
      WordExpander expander,
      SourceFile source,
      DiagnosticSink sink) {
    Map<String, ArgInfo> declared = new LinkedHashMap<>();
    EnvList values = predefined;
    for (ArgCommand command : commands) {
      Place place = Place.of(command.statement());
      for (ArgDefinition arg : command.args()) {
        Expansion expansion = expand(arg, buildArgs, expander, new EnvVariables(values));
        if (expansion.error().isPresent()) {
          sink.add(StageDiagnostics.expansion(source, place, expansion.error().get()));
          return Optional.empty();
        }
        boolean valued = buildArgs.containsKey(arg.key()) || arg.value().isPresent();
        if (valued) {
          values = values.with(arg.key(), expansion.text());
        }
        Set<String> dependencies = dependencies(arg.key(), expansion.matched(), declared.get(arg.key()));
        declared.put(arg.key(), new ArgInfo(arg, valued ? expansion.text() : "", dependencies, place));
      }
    }
    return Optional.of(new GlobalArgs(values, declared));
  }

  /** For expansion. */
  public Environment environment() {
    return new EnvVariables(values);
  }

  public Optional<String> value(String name) {
    return values.get(name);
  }

  /** The names of all arguments, with and without value. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>(declared.keySet());
    names.addAll(values.names());
    return names;
  }

  /** The same arguments, one of them with this value; empty to take it out. It stays out where it was not there. */
  public GlobalArgs withValue(String name, String value) {
    if (!values.contains(name)) {
      return this;
    }
    return new GlobalArgs(value.isEmpty() ? values.without(name) : values.with(name, value), declared);
  }

  private static Expansion expand(
      ArgDefinition arg, Map<String, String> buildArgs, WordExpander expander, Environment environment) {
    String given = buildArgs.get(arg.key());
    return given != null
        ? Expansion.unchanged(given)
        : expander.expand(arg.value().orElse(""), environment);
  }

  private static Set<String> dependencies(
      String name, Set<String> used, @Nullable ArgInfo earlier) {
    if (!used.contains(name)) {
      return used;
    }
    // It is made of its own earlier value, and so of what that is made of.
    Set<String> others = new LinkedHashSet<>(used);
    others.remove(name);
    if (earlier != null) {
      others.addAll(earlier.dependencies());
    }
    return others;
  }
}
