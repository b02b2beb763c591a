package dev.strake.frontend;

import dev.strake.frontend.ast.AstBuilder;
import dev.strake.frontend.ast.Dockerfile;
import dev.strake.frontend.context.BuildContexts;
import dev.strake.frontend.context.DockerfileSource;
import dev.strake.frontend.expand.TextBudget;
import dev.strake.frontend.expand.WordExpander;
import dev.strake.frontend.instruction.InstructionParser;
import dev.strake.frontend.instruction.Stages;
import dev.strake.frontend.lint.LintConfig;
import dev.strake.frontend.lint.LintRules;
import dev.strake.frontend.lint.Linter;
import dev.strake.frontend.lower.CompiledImage;
import dev.strake.frontend.lower.CompiledStages;
import dev.strake.frontend.lower.Expansions;
import dev.strake.frontend.lower.ImageCompiler;
import dev.strake.frontend.lower.Outline;
import dev.strake.frontend.lower.Outlines;
import dev.strake.frontend.options.CompileOptions;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.frontend.stage.BuildEnvironment;
import dev.strake.frontend.stage.BuildPlatforms;
import dev.strake.frontend.stage.GlobalArgs;
import dev.strake.frontend.stage.SourceDateEpoch;
import dev.strake.frontend.stage.SourceUnit;
import dev.strake.frontend.stage.StageDiagnostics;
import dev.strake.frontend.stage.StageHead;
import dev.strake.frontend.stage.StageHeads;
import dev.strake.frontend.stage.StageResolver;
import dev.strake.frontend.stage.StageWarnings;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.source.SourceFile;
import dev.strake.llb.EnvList;
import dev.strake.llb.Platform;
import dev.strake.llb.SourceMap;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * From a Dockerfile to LLB: runs the phases one after the other, and stops between them when there are errors.
 *
 * <pre>{@code
 * CompileResult result = new DockerfileCompiler(port, contexts, options).compile(source);
 * Definition graph = result.orElseThrow().definition();
 * }</pre>
 */
public final class DockerfileCompiler {

  private final GatewayPort gateway;
  private final BuildContexts contexts;
  private final CompileOptions options;

  public DockerfileCompiler(GatewayPort gateway, BuildContexts contexts, CompileOptions options) {
    this.gateway = gateway;
    this.contexts = contexts;
    this.options = options;
  }

  /**
   * Compiles the options' target for the platform that the daemon builds on.
   *
   * @param source the Dockerfile; its vertices refer to it
   */
  public CompileResult compile(SourceMap source) {
    return compile(source, text(source), Optional.empty());
  }

  /**
   * Compiles the options' target for a platform.
   *
   * @param source the Dockerfile; its vertices refer to it
   */
  public CompileResult compile(SourceMap source, Platform platform) {
    return compile(source, text(source), Optional.of(platform));
  }

  private static SourceFile text(SourceMap source) {
    return SourceFile.of(source.filename(), source.data());
  }

  CompileResult compile(SourceMap source, SourceFile file, Optional<Platform> platform) {
    DiagnosticSink sink = new DiagnosticSink();
    Optional<CompiledImage> image = parse(source, file, sink).flatMap(parsed -> compile(parsed, platform));
    return new CompileResult(image, sink.all());
  }

  /**
   * Compiles the options' target for one platform, from a file that may be compiled for others too.
   *
   * @param platform absent for the platform that the daemon builds on
   * @return empty when the file's sink has errors
   */
  Optional<CompiledImage> compile(Parsed parsed, Optional<Platform> platform) {
    return new Compilation(parsed, platform, false).run().map(CompiledStages::image);
  }

  /** Compiles for the sake of the warnings only: all stages, where the options name no target. */
  void lint(DockerfileSource source, DiagnosticSink sink) {
    run(source, options.target().isEmpty(), sink);
  }

  /** What the options' target can be given. */
  Optional<Outline> outline(DockerfileSource source, DiagnosticSink sink) {
    return run(source, false, sink).map(Outlines::of);
  }

  private Optional<CompiledStages> run(DockerfileSource source, boolean allStages, DiagnosticSink sink) {
    return parse(source.sourceMap(), source.file(), sink)
        .flatMap(parsed -> new Compilation(parsed, Optional.empty(), allStages).run());
  }

  /**
   * Reads a Dockerfile: what is the same for all platforms.
   *
   * @return empty when the sink has errors
   */
  Optional<Parsed> parse(SourceMap source, SourceFile file, DiagnosticSink sink) {
    if (source.data().length == 0) {
      sink.add(StageDiagnostics.emptyFile());
      return Optional.empty();
    }
    return parsed(new SourceUnit(file, source, linter(file, sink), sink));
  }

  private Linter linter(SourceFile file, DiagnosticSink sink) {
    return options
        .lint()
        .or(() -> LintConfig.of(file, sink))
        .map(config -> Linter.of(config, file, sink))
        .orElseGet(Linter::disabled);
  }

  /** A file's instructions. */
  record Parsed(SourceUnit unit, char escape, Stages instructions) {

    /** The same with a sink of its own, and without warnings: those of one platform are those of all. */
    Parsed silent() {
      DiagnosticSink own = new DiagnosticSink();
      return new Parsed(new SourceUnit(unit.file(), unit.map(), Linter.disabled(), own), escape, instructions);
    }
  }

  private Optional<Parsed> parsed(SourceUnit unit) {
    DiagnosticSink sink = unit.sink();
    Dockerfile dockerfile = AstBuilder.parse(unit.file(), options.limits().syntax(), sink);
    LintRules.NO_EMPTY_CONTINUATION.check(unit.linter(), dockerfile);
    // What could be read is looked at even where something could not: all errors of a file at once.
    Stages instructions = InstructionParser.parse(dockerfile, unit.linter(), sink);
    if (sink.hasErrors()) {
      return Optional.empty();
    }
    if (instructions.stages().isEmpty()) {
      sink.add(StageDiagnostics.noStages());
      return Optional.empty();
    }
    StageWarnings.names(instructions.stages(), unit.linter());
    StageWarnings.casing(instructions.stages(), unit.linter());
    return Optional.of(new Parsed(unit, dockerfile.escape(), instructions));
  }

  /** One run of the phases behind parsing. */
  private final class Compilation {
    private final SourceUnit unit;
    private final Stages instructions;
    private final char escape;
    private final BuildEnvironment environment;
    private final boolean allStages;
    private final TextBudget budget;
    private final WordExpander expander;

    private Compilation(Parsed parsed, Optional<Platform> platform, boolean allStages) {
      this.unit = parsed.unit;
      this.instructions = parsed.instructions;
      this.escape = parsed.escape;
      this.environment =
          new BuildEnvironment(options, BuildPlatforms.of(options, platform), gateway, contexts);
      this.allStages = allStages;
      this.budget = new TextBudget(options.limits().text());
      this.expander = WordExpander.of(escape).within(budget);
    }

    private Optional<CompiledStages> run() {
      return globals().flatMap(this::dated);
    }

    private Optional<GlobalArgs> globals() {
      String target = options.target().isEmpty() ? instructions.stages().getLast().name() : options.target();
      EnvList predefined = environment.platforms().predefinedArgs(options.buildArgs(), target);
      StageWarnings.defaultBaseNames(instructions, predefined, expander, unit);
      return GlobalArgs.evaluate(
          predefined, instructions.globalArgs(), options.buildArgs(), expander, unit.file(), unit.sink());
    }

    /** Goes on with the time that {@code SOURCE_DATE_EPOCH} comes to, in place of what it says. */
    private Optional<CompiledStages> dated(GlobalArgs globals) {
      return new SourceDateEpoch(unit, environment, expander)
          .run(instructions.stages(), globals)
          .flatMap(
              dated ->
                  compiled(
                      dated.globals(), environment.with(options.withBuildArgs(dated.buildArgs())), dated.epoch()));
    }

    private Optional<CompiledStages> compiled(
        GlobalArgs globals, BuildEnvironment dated, Optional<OffsetDateTime> epoch) {
      List<StageHead> heads = new StageHeads(unit, dated, globals, expander).of(instructions.stages());
      if (unit.sink().hasErrors()) {
        return Optional.empty();
      }
      return new StageResolver(unit, dated, expander)
          .run(heads, options.target(), allStages)
          .flatMap(
              resolved ->
                  new ImageCompiler(unit, dated, globals, epoch)
                      .run(resolved, new Expansions(escape, budget), allStages));
    }
  }
}
