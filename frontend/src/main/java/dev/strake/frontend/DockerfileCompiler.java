package dev.strake.frontend;

import dev.strake.frontend.ast.AstBuilder;
import dev.strake.frontend.ast.Dockerfile;
import dev.strake.frontend.context.BuildContexts;
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
import dev.strake.frontend.lower.Outlines;
import dev.strake.frontend.options.CompileOptions;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.frontend.stage.BuildPlatforms;
import dev.strake.frontend.stage.GlobalArgs;
import dev.strake.frontend.stage.ResolvedStages;
import dev.strake.frontend.stage.SourceDateEpoch;
import dev.strake.frontend.stage.StageDiagnostics;
import dev.strake.frontend.stage.StageHead;
import dev.strake.frontend.stage.StageHeads;
import dev.strake.frontend.stage.StageResolver;
import dev.strake.frontend.stage.StageWarnings;
import dev.strake.frontend.subrequest.Outline;
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
 * DiagnosticSink sink = new DiagnosticSink();
 * DockerfileCompiler compiler = new DockerfileCompiler(port, contexts, options);
 * Optional<CompiledImage> image = compiler.compile(source, Optional.empty(), sink);
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
   * Compiles the options' target for one platform.
   *
   * @param source the Dockerfile; its vertices refer to it
   * @param platform absent for the platform that the daemon builds on
   * @return empty when the sink has errors
   */
  public Optional<CompiledImage> compile(SourceMap source, Optional<Platform> platform, DiagnosticSink sink) {
    return parse(source, sink).flatMap(parsed -> compile(parsed, platform, sink));
  }

  /**
   * Compiles the options' target for one platform, from a file that may be compiled for others too.
   *
   * @param platform absent for the platform that the daemon builds on
   * @param sink the one that the file was parsed with, unless the file is {@link Parsed#silent silent}
   * @return empty when the sink has errors
   */
  Optional<CompiledImage> compile(Parsed parsed, Optional<Platform> platform, DiagnosticSink sink) {
    return new Compilation(parsed, platform, false, sink).run().map(CompiledStages::image);
  }

  /** Compiles for the sake of the warnings only: all stages, where the options name no target. */
  public void lint(SourceMap source, DiagnosticSink sink) {
    run(source, options.target().isEmpty(), sink);
  }

  /** What the options' target can be given. */
  public Optional<Outline> outline(SourceMap source, DiagnosticSink sink) {
    return run(source, false, sink).map(Outlines::of);
  }

  private Optional<CompiledStages> run(SourceMap source, boolean allStages, DiagnosticSink sink) {
    return parse(source, sink).flatMap(parsed -> new Compilation(parsed, Optional.empty(), allStages, sink).run());
  }

  /**
   * Reads a Dockerfile: what is the same for all platforms.
   *
   * @return empty when the sink has errors
   */
  Optional<Parsed> parse(SourceMap source, DiagnosticSink sink) {
    SourceFile file = SourceFile.of(source.filename(), source.data());
    if (source.data().length == 0) {
      sink.add(StageDiagnostics.emptyFile());
      return Optional.empty();
    }
    return parsed(source, file, linter(file, sink), sink);
  }

  private Linter linter(SourceFile file, DiagnosticSink sink) {
    return options
        .lint()
        .or(() -> LintConfig.of(file, sink))
        .map(config -> Linter.of(config, file, sink))
        .orElseGet(Linter::disabled);
  }

  /** A file's instructions, and where to warn of them. */
  record Parsed(SourceMap sourceMap, SourceFile file, char escape, Stages instructions, Linter linter) {

    /** The same without warnings: those of one platform are those of all. */
    Parsed silent() {
      return new Parsed(sourceMap, file, escape, instructions, Linter.disabled());
    }
  }

  private Optional<Parsed> parsed(SourceMap source, SourceFile file, Linter linter, DiagnosticSink sink) {
    Dockerfile dockerfile = AstBuilder.parse(file, options.limits().syntax(), sink);
    LintRules.NO_EMPTY_CONTINUATION.check(linter, dockerfile);
    // What could be read is looked at even where something could not: all errors of a file at once.
    Stages instructions = InstructionParser.parse(dockerfile, linter, sink);
    if (sink.hasErrors()) {
      return Optional.empty();
    }
    if (instructions.stages().isEmpty()) {
      sink.add(StageDiagnostics.noStages());
      return Optional.empty();
    }
    StageWarnings.names(instructions.stages(), linter);
    StageWarnings.casing(instructions.stages(), linter);
    return Optional.of(new Parsed(source, file, dockerfile.escape(), instructions, linter));
  }

  /** One run of the phases behind parsing. */
  private final class Compilation {
    private final Parsed parsed;
    private final SourceMap sourceMap;
    private final SourceFile file;
    private final BuildPlatforms platforms;
    private final boolean allStages;
    private final DiagnosticSink sink;
    private final TextBudget budget;
    private final WordExpander expander;

    private Compilation(Parsed parsed, Optional<Platform> platform, boolean allStages, DiagnosticSink sink) {
      this.parsed = parsed;
      this.sourceMap = parsed.sourceMap;
      this.file = parsed.file;
      this.platforms = BuildPlatforms.of(options, platform);
      this.allStages = allStages;
      this.sink = sink;
      this.budget = new TextBudget(options.limits().text());
      this.expander = WordExpander.of(parsed.escape).within(budget);
    }

    private Optional<CompiledStages> run() {
      return globals().flatMap(this::dated);
    }

    private Optional<GlobalArgs> globals() {
      Stages instructions = parsed.instructions;
      String target = options.target().isEmpty() ? instructions.stages().getLast().name() : options.target();
      EnvList predefined = platforms.predefinedArgs(options.buildArgs(), target);
      StageWarnings.defaultBaseNames(instructions, predefined, expander, file, parsed.linter);
      return GlobalArgs.evaluate(predefined, instructions.globalArgs(), options.buildArgs(), expander, file, sink);
    }

    /** Goes on with the time that {@code SOURCE_DATE_EPOCH} comes to, in place of what it says. */
    private Optional<CompiledStages> dated(GlobalArgs globals) {
      return new SourceDateEpoch(file, options, gateway, contexts, expander, sink)
          .run(parsed.instructions.stages(), globals)
          .flatMap(
              dated -> compiled(dated.globals(), options.withBuildArgs(dated.buildArgs()), dated.epoch()));
    }

    private Optional<CompiledStages> compiled(
        GlobalArgs globals, CompileOptions dated, Optional<OffsetDateTime> epoch) {
      StageHeads phase =
          new StageHeads(file, dated, platforms, contexts, globals, expander, parsed.linter, sink);
      List<StageHead> heads = phase.of(parsed.instructions.stages());
      if (sink.hasErrors()) {
        return Optional.empty();
      }
      Optional<ResolvedStages> stages =
          new StageResolver(file, sourceMap, dated, platforms, gateway, contexts, expander, parsed.linter, sink)
              .run(heads, dated.target(), allStages);
      return stages.flatMap(
          resolved ->
              new ImageCompiler(
                      file,
                      sourceMap,
                      dated,
                      platforms,
                      globals,
                      epoch,
                      contexts,
                      gateway.llbCaps(),
                      parsed.linter,
                      sink)
                  .run(resolved, new Expansions(parsed.escape, budget), allStages));
    }
  }
}
