package dev.strake.frontend.lower;

import dev.strake.frontend.ast.Place;
import dev.strake.frontend.instruction.Stage;
import dev.strake.frontend.lower.Outline.Argument;
import dev.strake.frontend.lower.Outline.Mount;
import dev.strake.frontend.lower.StageOutline.Requirement;
import dev.strake.frontend.stage.ArgInfo;
import dev.strake.frontend.stage.StageNode;
import dev.strake.grammar.diagnostics.Diagnostic.LineRange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/** Makes the outline of a compiled target: the arguments, secrets and agents of all stages that it needs. */
public final class Outlines {

  private Outlines() {}

  public static Outline of(CompiledStages compiled) {
    Map<String, Argument> arguments = new LinkedHashMap<>();
    Map<String, Mount> secrets = new LinkedHashMap<>();
    Map<String, Mount> ssh = new LinkedHashMap<>();
    for (LoweredStage stage : nearestFirst(compiled)) {
      addArguments(stage.outline(), compiled.globals().declared(), arguments);
      stage.outline().secrets().forEach((id, use) -> secrets.putIfAbsent(id, mount(id, use)));
      stage.outline().sshSockets().forEach((id, use) -> ssh.putIfAbsent(id, mount(id, use)));
    }
    Optional<Stage> target = compiled.graph().targetNode().head().stage();
    return new Outline(
        target.map(Stage::name).orElse(""),
        target.map(Stage::docComment).orElse(""),
        sorted(arguments, argument -> line(argument.location())),
        sorted(secrets, mount -> line(mount.location())),
        sorted(ssh, mount -> line(mount.location())));
  }

  /** The target, then its base and all that it takes from, each followed by what it needs in turn. */
  private static List<LoweredStage> nearestFirst(CompiledStages compiled) {
    List<LoweredStage> stages = new ArrayList<>();
    Set<Integer> visited = new LinkedHashSet<>();
    Deque<Integer> open = new ArrayDeque<>();
    open.push(compiled.graph().target());
    while (!open.isEmpty()) {
      int index = open.pop();
      if (!visited.add(index)) {
        continue;
      }
      Optional.ofNullable(compiled.stages().get(index)).ifPresent(stages::add);
      StageNode node = compiled.graph().node(index);
      List<Integer> next = new ArrayList<>();
      node.base().ifPresent(next::add);
      next.addAll(node.dependencies().keySet());
      next.reversed().forEach(open::push);
    }
    return stages;
  }

  /** Adds the arguments that a stage uses, and those that their default values use. */
  private static void addArguments(
      StageOutline stage, Map<String, ArgInfo> globals, Map<String, Argument> arguments) {
    Deque<String> open = new ArrayDeque<>(stage.usedArgs());
    Set<String> visited = new LinkedHashSet<>();
    while (!open.isEmpty()) {
      String name = open.removeFirst();
      ArgInfo own = stage.args().get(name);
      ArgInfo info = own == null ? globals.get(name) : own;
      if (visited.add(name) && info != null) {
        open.addAll(info.dependencies());
        arguments.putIfAbsent(
            name,
            new Argument(
                info.definition().key(), info.definition().docComment(), info.value(), lines(info.place())));
      }
    }
  }

  private static Mount mount(String id, Requirement use) {
    return new Mount(id, use.required(), lines(use.place()));
  }

  private static List<LineRange> lines(Place place) {
    return place.lines().each();
  }

  private static int line(List<LineRange> lines) {
    return lines.isEmpty() ? 0 : lines.getFirst().first();
  }

  private static <T> List<T> sorted(Map<String, T> named, ToIntFunction<T> line) {
    return named.values().stream().sorted(Comparator.comparingInt(line)).toList();
  }
}
