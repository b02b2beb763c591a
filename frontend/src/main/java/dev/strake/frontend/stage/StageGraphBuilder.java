package dev.strake.frontend.stage;

import dev.strake.frontend.ast.Place;
import dev.strake.frontend.expand.WordExpander;
import dev.strake.frontend.instruction.AddCommand;
import dev.strake.frontend.instruction.Command;
import dev.strake.frontend.instruction.CopyCommand;
import dev.strake.frontend.instruction.MountFlag;
import dev.strake.frontend.instruction.RunCommand;
import dev.strake.frontend.instruction.WorkdirCommand;
import dev.strake.grammar.diagnostics.Diagnostic;
import dev.strake.grammar.shell.Environment;
import dev.strake.grammar.shell.Expansion;
import dev.strake.grammar.source.SourceFile;
import dev.strake.llb.go.GoInt;
import dev.strake.llb.go.GoStrings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Puts a stage graph together: first the stages, then their commands, at last the commands that base images bring
 * along. Not thread-safe; the graphs that it makes are immutable.
 */
final class StageGraphBuilder {

  private final SourceFile source;
  private final WordExpander expander;
  private final Consumer<Diagnostic> errors;
  private final List<Draft> drafts = new ArrayList<>();
  // What a number in COPY --from counts. An image is counted each time that a number refers to it.
  private final List<Integer> numbered = new ArrayList<>();
  private final Map<String, Integer> byName = new HashMap<>();

  StageGraphBuilder(SourceFile source, WordExpander expander, Consumer<Diagnostic> errors) {
    this.source = source;
    this.expander = expander;
    this.errors = errors;
  }

  /** A node in the making. */
  private static final class Draft {
    private final StageHead head;
    private String displayName;
    private final OptionalInt base;
    private int steps;
    private List<StageCommand> commands = List.of();
    private Map<Integer, Place> dependencies = Map.of();

    private Draft(StageHead head, String displayName, OptionalInt base) {
      this.head = head;
      this.displayName = displayName;
      this.base = base;
    }

    private void dependOn(int node, Place place) {
      dependencies = dependencies.isEmpty() ? new LinkedHashMap<>() : dependencies;
      dependencies.put(node, place);
    }
  }

  void addStages(List<StageHead> heads) {
    for (int i = 0; i < heads.size(); i++) {
      StageHead head = heads.get(i);
      Integer base = head.context().isPresent() ? null : byName.get(head.baseName());
      String displayName = head.name().isEmpty() ? "stage-" + i : head.name();
      Draft draft = new Draft(head, displayName, base == null ? OptionalInt.empty() : OptionalInt.of(base));
      draft.steps = head.context().isPresent() ? 0 : steps(draft);
      add(draft);
      if (!head.name().isEmpty()) {
        byName.put(GoStrings.toLower(head.name()), drafts.size() - 1);
      }
    }
  }

  private static int steps(Draft draft) {
    boolean pulls = draft.base.isEmpty() && !draft.head.baseName().equals(StageHead.SCRATCH);
    int steps = pulls ? 1 : 0;
    for (Command command : draft.head.stage().orElseThrow().commands()) {
      boolean counts =
          command instanceof AddCommand
              || command instanceof CopyCommand
              || command instanceof RunCommand
              || command instanceof WorkdirCommand;
      steps += counts ? 1 : 0;
    }
    return steps;
  }

  private int add(Draft draft) {
    drafts.add(draft);
    numbered.add(drafts.size() - 1);
    return drafts.size() - 1;
  }

  /** The stage to build; absent when there is none of this name. */
  OptionalInt target(String name) {
    if (name.isEmpty()) {
      return OptionalInt.of(drafts.size() - 1);
    }
    Integer found = byName.get(GoStrings.toLower(name));
    if (found == null) {
      errors.accept(StageDiagnostics.unknownTarget(name, drafts.stream().map(draft -> draft.displayName).toList()));
      return OptionalInt.empty();
    }
    return OptionalInt.of(found);
  }

  /** Links the commands of all stages to the nodes that they take files from. */
  void linkCommands() {
    int stages = drafts.size();
    for (int i = 0; i < stages; i++) {
      Draft draft = drafts.get(i);
      List<Command> commands = draft.head.stage().orElseThrow().commands();
      List<StageCommand> linked = new ArrayList<>(commands.size());
      for (Command command : commands) {
        linked.add(link(draft, command, Place.of(command.statement()), false));
      }
      draft.commands = linked;
    }
  }

  /** A stage that is the only node needs no name; what base images bring along later does not change that. */
  void dropOnlyName() {
    if (drafts.size() == 1) {
      drafts.getFirst().displayName = "";
    }
  }

  /**
   * Puts commands from a base image in front of a stage's own.
   *
   * @return whether they take files from any node
   */
  boolean addTriggers(int index, List<Command> triggers) {
    Draft draft = drafts.get(index);
    Place place = draft.head.place().orElse(Place.NOWHERE);
    List<StageCommand> commands = new ArrayList<>(triggers.size() + draft.commands.size());
    boolean linked = false;
    for (Command trigger : triggers) {
      StageCommand command = link(draft, trigger, place, true);
      linked |= !command.sources().isEmpty();
      commands.add(command);
    }
    commands.addAll(draft.commands);
    draft.commands = commands;
    draft.steps += triggers.size();
    return linked;
  }

  private StageCommand link(Draft draft, Command command, Place place, boolean trigger) {
    List<Integer> sources = sources(command, place);
    for (int node : sources) {
      draft.dependOn(node, place);
    }
    return new StageCommand(command, place, sources, trigger);
  }

  private List<Integer> sources(Command command, Place place) {
    if (command instanceof CopyCommand copy && !copy.from().isEmpty()) {
      return copySource(copy.from(), place);
    }
    return command instanceof RunCommand run ? mountSources(run) : List.of();
  }

  private List<Integer> copySource(String from, Place place) {
    Expansion expansion = expander.expand(from, Environment.EMPTY);
    if (expansion.error().isPresent()) {
      errors.accept(StageDiagnostics.copyFromExpansion(source, place, expansion.error().get()));
      return List.of();
    }
    if (!expansion.text().equals(from)) {
      errors.accept(StageDiagnostics.variableInFrom(source, place));
      return List.of();
    }
    Optional<Long> number = GoInt.atoi(from).value();
    if (number.isEmpty()) {
      return List.of(named(from, Optional.of(place)));
    }
    long index = number.get();
    if (index < 0 || index >= numbered.size()) {
      errors.accept(StageDiagnostics.invalidStageIndex(source, place, index, numbered.size()));
      return List.of();
    }
    int node = numbered.get((int) index);
    if (drafts.get(node).head.stage().isEmpty()) {
      numbered.add(node);
    }
    return List.of(node);
  }

  private List<Integer> mountSources(RunCommand run) {
    List<Integer> sources = new ArrayList<>(run.mountFlags().size());
    for (MountFlag mount : run.mountFlags()) {
      // Progress counts a node for a mount from nowhere, too.
      sources.add(named(mount.from().isEmpty() ? StageHead.SCRATCH : mount.from(), Optional.empty()));
    }
    return sources;
  }

  private int named(String name, Optional<Place> place) {
    Integer found = byName.get(GoStrings.toLower(name));
    return found != null ? found : add(new Draft(StageHead.ofImage(name, place), "", OptionalInt.empty()));
  }

  /** A node's commands as they are by now. */
  List<StageCommand> commands(int index) {
    return drafts.get(index).commands;
  }

  /** The graph as it is by now. */
  StageGraph build(int target) {
    List<StageNode> nodes = new ArrayList<>(drafts.size());
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      nodes.add(
          new StageNode(
              i, draft.head, draft.displayName, draft.base, draft.steps, draft.commands, draft.dependencies));
    }
    return new StageGraph(nodes, target);
  }
}
