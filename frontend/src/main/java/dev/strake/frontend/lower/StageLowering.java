package dev.strake.frontend.lower;

import dev.strake.frontend.ast.Place;
import dev.strake.frontend.instruction.Stage;
import dev.strake.frontend.lint.ArgumentNames;
import dev.strake.frontend.lint.Linter;
import dev.strake.frontend.lower.image.ContainerConfig;
import dev.strake.frontend.lower.image.ImageConfig;
import dev.strake.frontend.options.CompileOptions;
import dev.strake.frontend.stage.BaseImage;
import dev.strake.frontend.stage.GlobalArgs;
import dev.strake.frontend.stage.ResolvedStages;
import dev.strake.frontend.stage.SourceUnit;
import dev.strake.frontend.stage.StageCommand;
import dev.strake.frontend.stage.StageDiagnostics;
import dev.strake.frontend.stage.StageNode;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.source.SourceFile;
import dev.strake.llb.Platform;
import dev.strake.llb.go.GoResult;
import java.util.Map;
import java.util.Optional;

/** Lowers one stage: begins with its base, and goes from command to command. */
final class StageLowering {

  private static final Platform UNKNOWN = Platform.of("", "");

  private final SourceFile source;
  private final CompileOptions options;
  private final GlobalArgs globals;
  private final ResolvedStages stages;
  private final BuildInputs inputs;
  private final Lowering commands;
  private final Linter linter;
  private final DiagnosticSink sink;

  StageLowering(
      SourceUnit unit,
      CompileOptions options,
      GlobalArgs globals,
      ResolvedStages stages,
      BuildInputs inputs,
      Lowering commands) {
    this.source = unit.file();
    this.options = options;
    this.globals = globals;
    this.stages = stages;
    this.inputs = inputs;
    this.commands = commands;
    this.linter = unit.linter();
    this.sink = unit.sink();
  }

  /** What a node begins with, as if it were done. */
  LoweredStage beginning(StageNode node, BaseImage base) {
    return new LoweredStage(
        node, begin(base), base.baseConfig(), base.platform(), outline(node).build(), false, false, false);
  }

  /** Whether the commands have made as much text as they may, so that nothing is to be lowered any more. */
  boolean isOver() {
    return commands.budget().isSpent();
  }

  /**
   * Lowers a node.
   *
   * @param done the nodes before it
   */
  LoweredStage lower(StageNode node, Map<Integer, LoweredStage> done) {
    LoweredStage base =
        node.base().isPresent()
            ? done.get(node.base().getAsInt())
            : beginning(node, stages.bases().get(node.index()));
    Platform platform = base.platform().orElse(UNKNOWN);
    StageOutline.Builder outline = outline(node);
    StageScope scope = new StageScope(node, platform, inputs.root(node.index()), isIgnored(node), outline);
    StageState state = prepared(inherited(node, base.state()), scope);
    for (StageCommand command : node.commands()) {
      Linter own = linter.withComments(command.command().comments());
      Step step = new Step(command, scope, own, source, sink);
      state = commands.lower(step, state);
      if (commands.budget().isSpent()) {
        step.report(LoweringDiagnostics.tooMuchText(commands.budget().message()));
        break;
      }
    }
    return lowered(node, state, base.baseConfig(), Optional.of(platform), outline.build());
  }

  private static StageOutline.Builder outline(StageNode node) {
    StageOutline.Builder outline = new StageOutline.Builder();
    node.head().usedArgs().forEach(outline::useArg);
    return outline;
  }

  private static StageState begin(BaseImage base) {
    return new StageState(
        base.state(),
        base.config().with(ContainerConfig::withoutTriggers),
        StageArgs.NONE,
        0,
        false,
        StageState.Uses.NONE,
        false);
  }

  private StageState inherited(StageNode node, StageState base) {
    return new StageState(
        base.state(),
        base.image().with(ContainerConfig::withoutTriggers),
        base.args(),
        stages.fetches().getOrDefault(node.index(), 0),
        base.workdirSet(),
        StageState.Uses.NONE,
        base.envInOrder());
  }

  /** The state with what the image's configuration and the options say for its processes. */
  private StageState prepared(StageState begin, StageScope scope) {
    String os = scope.platform().os();
    StageState state =
        begin.envInOrder() ? begin : begin.with(begin.image().withDefaultPath(os)).withImageEnv(commands.budget());
    if (!options.run().hostname().isEmpty()) {
      state = state.with(state.state().withHostname(options.run().hostname()));
    }
    ContainerConfig config = state.image().config();
    if (!config.workingDir().isEmpty()) {
      state = inWorkdir(state, config.workingDir(), scope);
    }
    if (!config.user().isEmpty()) {
      state = state.withUser(config.user());
    }
    return state.with(state.state().withNetwork(options.run().networkMode()));
  }

  private StageState inWorkdir(StageState state, String dir, StageScope scope) {
    return switch (state.withDir(dir, scope.platform().os())) {
      case GoResult.Value<StageState>(StageState moved) -> moved;
      case GoResult.Failure<StageState>(String message) -> {
        Optional<Place> place = scope.node().head().place();
        sink.add(StageDiagnostics.baseWorkdir(source, place, "normalizing workdir: " + message));
        yield state;
      }
    };
  }

  private boolean isIgnored(StageNode node) {
    Optional<Stage> stage = node.head().stage();
    return stage.isPresent() && node.head().context().isEmpty() && options.noCache().includes(stage.get().name());
  }

  private LoweredStage lowered(
      StageNode node,
      StageState state,
      Optional<ImageConfig> baseConfig,
      Optional<Platform> platform,
      StageOutline outline) {
    String name = node.displayName();
    StageArgs args = state.args();
    return new LoweredStage(
        node,
        state,
        baseConfig,
        platform,
        outline,
        isIgnored(node),
        Sbom.isAskedFor(ArgumentNames.SBOM_SCAN_CONTEXT, name, globals, args),
        Sbom.isAskedFor(ArgumentNames.SBOM_SCAN_STAGE, name, globals, args));
  }
}
