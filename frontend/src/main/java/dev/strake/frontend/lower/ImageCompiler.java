package dev.strake.frontend.lower;

import dev.strake.frontend.context.BuildContexts;
import dev.strake.frontend.lower.CompiledImage.SbomTargets;
import dev.strake.frontend.lower.image.ContainerConfig;
import dev.strake.frontend.lower.image.ImageConfig;
import dev.strake.frontend.options.CompileOptions;
import dev.strake.frontend.pattern.PatternMatcher;
import dev.strake.frontend.port.GatewayException;
import dev.strake.frontend.stage.BaseImage;
import dev.strake.frontend.stage.BaseImage.LateFolder;
import dev.strake.frontend.stage.BuildEnvironment;
import dev.strake.frontend.stage.BuildPlatforms;
import dev.strake.frontend.stage.GlobalArgs;
import dev.strake.frontend.stage.ResolvedStages;
import dev.strake.frontend.stage.SourceUnit;
import dev.strake.frontend.stage.StageNode;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.llb.CapabilitySet;
import dev.strake.llb.Placeholder;
import dev.strake.llb.Platform;
import dev.strake.llb.Platforms;
import dev.strake.llb.State;
import dev.strake.llb.marshal.MarshalOptions;
import java.time.OffsetDateTime;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The phase that makes an image of resolved stages: lowers those that are needed, and puts the result together. */
public final class ImageCompiler {

  private final SourceUnit unit;
  private final GlobalArgs globals;
  private final Optional<OffsetDateTime> epoch;
  private final CompileOptions options;
  private final BuildPlatforms platforms;
  private final BuildContexts contexts;
  private final CapabilitySet caps;
  private final DiagnosticSink sink;

  /** @param epoch what {@code SOURCE_DATE_EPOCH} came to */
  public ImageCompiler(
      SourceUnit unit, BuildEnvironment environment, GlobalArgs globals, Optional<OffsetDateTime> epoch) {
    this.unit = unit;
    this.globals = globals;
    this.epoch = epoch;
    this.options = environment.options();
    this.platforms = environment.platforms();
    this.contexts = environment.contexts();
    this.caps = environment.gateway().llbCaps();
    this.sink = unit.sink();
  }

  /**
   * Makes the image.
   *
   * @param expansions the stages' variables
   * @param allStages whether also stages are lowered that the image does not need
   * @return empty when the sink has errors
   */
  public Optional<CompiledStages> run(ResolvedStages stages, Expansions expansions, boolean allStages) {
    Placeholder context = new Placeholder("build context");
    BuildInputs inputs = new BuildInputs(State.late(context), stages);
    Optional<PatternMatcher> ignored = ignoredFiles();
    if (ignored.isEmpty()) {
      return Optional.empty();
    }
    Lowering lowering = lowering(inputs, expansions, ignored.get());
    StageLowering stage = new StageLowering(unit, options, globals, stages, inputs, lowering);
    Map<Integer, LoweredStage> done = lowerAll(stages, stage, inputs, allStages);
    unit.linter().violation().ifPresent(sink::add);
    if (stage.isOver() && !sink.hasErrors()) {
      sink.add(LoweringDiagnostics.tooManyVariables(expansions.budget().message()));
    }
    if (sink.hasErrors()) {
      return Optional.empty();
    }
    LoweredStage target = done.get(stages.graph().target());
    inputs.used().addAll(inputs.root(target.node().index()));
    return marshalOptions(context, inputs, stages)
        .map(marshal -> image(target, marshal, done, stages, inputs))
        .map(image -> new CompiledStages(image, stages.graph(), globals, done));
  }

  private Optional<PatternMatcher> ignoredFiles() {
    try {
      return Optional.of(PatternMatcher.of(contexts.dockerIgnorePatterns()));
    } catch (GatewayException | IllegalArgumentException e) {
      sink.add(LoweringDiagnostics.context(String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  private Lowering lowering(BuildInputs inputs, Expansions expansions, PatternMatcher ignored) {
    History history = new History(epoch);
    StepNaming naming = new StepNaming(options.multiPlatform(), platforms.build().getFirst());
    StepTools tools = new StepTools(unit.map(), naming, expansions, history);
    FileCopy copy = new FileCopy(caps, contexts, ignored, tools);
    return new Lowering(
        expansions,
        history,
        new AddLowering(inputs, copy),
        new ArgLowering(options.buildArgs(), globals, expansions, history),
        new CopyLowering(inputs, copy),
        new RunLowering(options.run(), ProxyArgs.of(options.buildArgs()), caps, inputs, tools),
        new WorkdirLowering(tools, epoch));
  }

  private static Map<Integer, LoweredStage> lowerAll(
      ResolvedStages stages, StageLowering lowering, BuildInputs inputs, boolean allStages) {
    Map<Integer, LoweredStage> done = new HashMap<>();
    BitSet open = new BitSet();
    for (StageNode node : stages.graph().nodes()) {
      BaseImage base = stages.bases().get(node.index());
      if (base != null && base.complete()) {
        inputs.finished().add(node.index(), base.state());
        if (!node.isImage()) {
          done.put(node.index(), lowering.beginning(node, base));
        }
      }
      // To lint them, the reference runs all nodes, for the triggers of images that are only copied from, too.
      boolean complete = base != null && base.complete() && !allStages;
      open.set(node.index(), !complete && stages.needed().get(node.index()));
    }
    for (int i = open.nextSetBit(0); i >= 0 && !lowering.isOver(); i = open.nextSetBit(i + 1)) {
      LoweredStage stage = lowering.lower(stages.graph().node(i), done);
      done.put(i, stage);
      inputs.finished().add(i, stage.state().state());
    }
    return done;
  }

  private Optional<MarshalOptions> marshalOptions(Placeholder context, BuildInputs inputs, ResolvedStages stages) {
    try {
      MarshalOptions marshal =
          MarshalOptions.of(platforms.target())
              .withMaxBytes(options.limits().messageBytes())
              .withCaps(caps)
              .withLate(context, contexts.mainContext(inputs.used().mainContext()));
      for (Map.Entry<Integer, BaseImage> base : stages.bases().entrySet()) {
        Optional<LateFolder> folder = base.getValue().folder();
        if (folder.isPresent()) {
          List<String> paths = inputs.used().of(base.getKey());
          marshal = marshal.withLate(folder.get().placeholder(), folder.get().state().apply(paths));
        }
      }
      return Optional.of(marshal);
    } catch (GatewayException e) {
      sink.add(LoweringDiagnostics.context(String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  private CompiledImage image(
      LoweredStage target,
      MarshalOptions marshal,
      Map<Integer, LoweredStage> done,
      ResolvedStages stages,
      BuildInputs inputs) {
    Map<String, State> extras = new LinkedHashMap<>();
    boolean ignoreCache = target.ignoreCache();
    if (target.scanContext()) {
      extras.put(BuildContexts.MAIN, inputs.mainContext());
    }
    BitSet reachable = stages.graph().reachable();
    for (int i = reachable.nextSetBit(0); i >= 0; i = reachable.nextSetBit(i + 1)) {
      LoweredStage stage = done.get(i);
      // Of an image that only files are taken from there is nothing to tell.
      if (stage != null && stage != target && stage.scanStage()) {
        extras.put(stage.node().displayName(), stage.state().state());
        ignoreCache |= stage.ignoreCache();
      }
    }
    State state = target.state().state();
    return new CompiledImage(
        state,
        marshal,
        config(target.state().image()),
        target.baseConfig(),
        epoch.map(OffsetDateTime::toInstant),
        new SbomTargets(state, extras),
        ignoreCache);
  }

  /** The target's configuration with what the options say of the image. */
  private ImageConfig config(ImageConfig image) {
    ContainerConfig config = image.config();
    for (Map.Entry<String, String> label : options.labels().entrySet()) {
      config = config.withLabel(label.getKey(), label.getValue());
    }
    ContainerConfig labelled = config;
    Platform platform =
        platforms.requested().map(target -> onto(image.platform(), target)).orElse(image.platform());
    return image.with(c -> labelled).withPlatform(Platforms.normalize(platform));
  }

  /** The image's platform, made what was asked for: what was not asked for stays, if system and processor do. */
  private static Platform onto(Platform image, Platform target) {
    boolean same = image.os().equals(target.os()) && image.architecture().equals(target.architecture());
    return new Platform(
        target.os(),
        target.architecture(),
        target.variant().isEmpty() && same ? image.variant() : target.variant(),
        target.osVersion().isEmpty() && same ? image.osVersion() : target.osVersion(),
        target.osFeatures().isEmpty() ? image.osFeatures() : target.osFeatures());
  }
}
