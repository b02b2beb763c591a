package dev.strake.frontend.stage;

import dev.strake.frontend.instruction.Command;
import dev.strake.frontend.instruction.OnbuildCommand;
import dev.strake.frontend.lint.LintRules;
import dev.strake.frontend.lint.Linter;
import dev.strake.frontend.port.InParallel;
import dev.strake.frontend.stage.BaseImages.Found;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.llb.Platform;
import dev.strake.llb.Platforms;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The phase that finds what stages begin with, and adds the commands that base images and stages bring along with
 * {@code ONBUILD}. As these may need further images, it goes on until there are no more.
 */
final class StageResolution {

  private final StageGraphBuilder builder;
  private final BaseImages images;
  private final Triggers triggers;
  private final boolean allStages;
  private final Linter linter;
  private final DiagnosticSink sink;

  private final Map<Integer, BaseImage> bases = new HashMap<>();
  private final Map<Integer, Integer> fetches = new HashMap<>();
  private final BitSet resolved = new BitSet();
  private final BitSet triggered = new BitSet();
  private int asked;

  StageResolution(
      StageGraphBuilder builder, BaseImages images, Triggers triggers, boolean allStages, SourceUnit unit) {
    this.builder = builder;
    this.images = images;
    this.triggers = triggers;
    this.allStages = allStages;
    this.linter = unit.linter();
    this.sink = unit.sink();
  }

  /** The resolved stages; not usable when the sink has errors. */
  ResolvedStages run(int target) {
    while (true) {
      StageGraph graph = builder.build(target);
      BitSet reachable = graph.reachable();
      resolve(graph, reachable);
      boolean grown = !sink.hasErrors() && addTriggers(graph, reachable);
      if (!grown) {
        StageGraph whole = builder.build(target);
        return new ResolvedStages(whole, allStages ? all(whole) : reachable, bases, fetches);
      }
    }
  }

  private static BitSet all(StageGraph graph) {
    BitSet all = new BitSet();
    all.set(0, graph.nodes().size());
    return all;
  }

  private void resolve(StageGraph graph, BitSet reachable) {
    List<StageNode> open = new ArrayList<>();
    for (StageNode node : graph.nodes()) {
      if (node.base().isPresent() || resolved.get(node.index()) || isComplete(node)) {
        continue;
      }
      resolved.set(node.index(), isNeeded(node, reachable));
      if (node.head().isScratch()) {
        bases.put(node.index(), images.scratch(node.isImage()));
      } else {
        open.add(node);
      }
    }
    Map<Question, StageNode> questions = questions(open, reachable);
    asked += questions.size();
    if (asked > images.limit()) {
      sink.add(StageDiagnostics.tooManyImages(images.limit()));
      return;
    }
    List<Found> found = find(open, List.copyOf(questions.values()), reachable, graph.displayNames());
    // The reference tells one of several failures: mostly the last stage's, as Go begins with the newest of its tasks.
    boolean lastFailed = !found.isEmpty() && found.getLast() instanceof Found.Failed;
    if (lastFailed) {
      accept(open.getLast(), found.getLast());
    }
    for (int i = 0; i < open.size() - (lastFailed ? 1 : 0); i++) {
      accept(open.get(i), found.get(i));
    }
  }

  /** What the daemon is asked about a node; nodes with the same question get the same answer. */
  private record Question(String name, Optional<Platform> platform, int context) {

    static Question of(StageNode node) {
      int context = node.head().context().isPresent() ? node.index() : -1;
      return new Question(node.head().baseName(), node.head().platform(), context);
    }
  }

  /** The different questions, each with the first node that asks it. */
  private Map<Question, StageNode> questions(List<StageNode> open, BitSet reachable) {
    Map<Question, StageNode> first = new LinkedHashMap<>();
    for (StageNode node : open) {
      if (isNeeded(node, reachable)) {
        first.putIfAbsent(Question.of(node), node);
      }
    }
    return first;
  }

  /** Asks different questions at a time; the answers to those that repeat are known then. */
  private List<Found> find(List<StageNode> open, List<StageNode> asked, BitSet reachable, List<String> names) {
    Function<StageNode, Found> ask =
        node -> images.find(node, isNeeded(node, reachable), fetches.getOrDefault(node.index(), 0) + 1, names);
    List<Found> answers = InParallel.map(asked, ask);
    Map<StageNode, Found> found = new IdentityHashMap<>();
    for (int i = 0; i < asked.size(); i++) {
      found.put(asked.get(i), answers.get(i));
    }
    return open.stream().map(node -> found.containsKey(node) ? found.get(node) : ask.apply(node)).toList();
  }

  private boolean isComplete(StageNode node) {
    BaseImage base = bases.get(node.index());
    return base != null && base.complete();
  }

  private boolean isNeeded(StageNode node, BitSet reachable) {
    return allStages || reachable.get(node.index());
  }

  private void accept(StageNode node, Found found) {
    switch (found) {
      case Found.Failed failed -> sink.add(failed.error());
      case Found.Base base -> {
        bases.put(node.index(), base.image());
        if (base.pulled()) {
          fetches.merge(node.index(), 1, Integer::sum);
        }
        if (base.checked().isPresent()) {
          checkPlatform(node, base.image().platform().orElseThrow(), base.checked().get());
        }
      }
    }
  }

  private void checkPlatform(StageNode node, Platform expected, Platform actual) {
    if (!expected.os().equals(actual.os()) || !expected.architecture().equals(actual.architecture())) {
      LintRules.INVALID_BASE_IMAGE_PLATFORM.report(
          linter,
          node.head().place(),
          node.head().baseName(),
          Platforms.formatAll(Platforms.normalize(expected)),
          Platforms.formatAll(Platforms.normalize(actual)));
    }
  }

  /** Whether there are new commands that take files from any node. */
  private boolean addTriggers(StageGraph graph, BitSet reachable) {
    boolean grown = false;
    for (int i = reachable.nextSetBit(0); i >= 0; i = reachable.nextSetBit(i + 1)) {
      if (triggered.get(i)) {
        continue;
      }
      triggered.set(i);
      StageNode node = graph.node(i);
      List<Command> commands = new ArrayList<>();
      for (String text : expressions(graph, node)) {
        triggers.parse(text, node.head().place()).ifPresent(commands::add);
      }
      if (!commands.isEmpty()) {
        grown |= builder.addTriggers(i, commands);
      }
    }
    return grown;
  }

  private List<String> expressions(StageGraph graph, StageNode node) {
    if (node.base().isEmpty()) {
      return Optional.ofNullable(bases.get(node.index()))
          .map(base -> base.config().config().onBuild().toList())
          .orElse(List.of());
    }
    List<String> expressions = new ArrayList<>();
    for (StageCommand command : builder.commands(node.base().getAsInt())) {
      if (command.command() instanceof OnbuildCommand onbuild) {
        expressions.add(onbuild.expression());
      }
    }
    return expressions;
  }
}
