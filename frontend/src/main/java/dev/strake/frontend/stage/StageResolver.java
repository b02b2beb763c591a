package dev.strake.frontend.stage;

import dev.strake.frontend.context.BuildContexts;
import dev.strake.frontend.expand.WordExpander;
import dev.strake.frontend.lint.Linter;
import dev.strake.frontend.options.CompileOptions;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.source.SourceFile;
import dev.strake.llb.SourceMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The phase that makes a graph of stages, and finds what they begin with. */
public final class StageResolver {

  private final SourceFile source;
  private final WordExpander expander;
  private final BaseImages images;
  private final Triggers triggers;
  private final Linter linter;
  private final DiagnosticSink sink;

  public StageResolver(
      SourceFile source,
      SourceMap sourceMap,
      CompileOptions options,
      BuildPlatforms platforms,
      GatewayPort gateway,
      BuildContexts contexts,
      WordExpander expander,
      Linter linter,
      DiagnosticSink sink) {
    this.source = source;
    this.expander = expander;
    this.images = new BaseImages(source, sourceMap, options, platforms, gateway, contexts);
    this.triggers = new Triggers(source, options.limits().syntax(), sink);
    this.linter = linter;
    this.sink = sink;
  }

  /**
   * Resolves the stages that the target needs.
   *
   * @param heads one for each stage, in order; at least one
   * @param target the name of the stage to build; empty for the last one
   * @param allStages whether also stages are resolved that the target does not need
   * @return empty when the sink has errors
   */
  public Optional<ResolvedStages> run(List<StageHead> heads, String target, boolean allStages) {
    StageGraphBuilder builder = new StageGraphBuilder(source, expander, sink::add);
    builder.addStages(heads);
    OptionalInt index = builder.target(target);
    if (index.isEmpty()) {
      return Optional.empty();
    }
    builder.linkCommands();
    if (sink.hasErrors()) {
      return Optional.empty();
    }
    CircularDependencies.find(builder.build(index.getAsInt()))
        .map(circle -> StageDiagnostics.circularDependency(source, circle.start().displayName(), circle.path()))
        .ifPresent(sink::add);
    if (sink.hasErrors()) {
      return Optional.empty();
    }
    builder.dropOnlyName();
    ResolvedStages resolved =
        new StageResolution(builder, images, triggers, allStages, linter, sink).run(index.getAsInt());
    return sink.hasErrors() ? Optional.empty() : Optional.of(resolved);
  }
}
