package dev.strake.frontend.stage;

import dev.strake.frontend.expand.WordExpander;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The phase that makes a graph of stages, and finds what they begin with. */
public final class StageResolver {

  private final SourceUnit unit;
  private final WordExpander expander;
  private final BaseImages images;
  private final Triggers triggers;

  public StageResolver(SourceUnit unit, BuildEnvironment environment, WordExpander expander) {
    this.unit = unit;
    this.expander = expander;
    this.images = new BaseImages(unit, environment);
    this.triggers = new Triggers(unit, environment.options().limits().syntax());
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
    DiagnosticSink sink = unit.sink();
    StageGraphBuilder builder = new StageGraphBuilder(unit.file(), expander, sink::add);
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
        .map(circle -> StageDiagnostics.circularDependency(unit.file(), circle.start().displayName(), circle.path()))
        .ifPresent(sink::add);
    if (sink.hasErrors()) {
      return Optional.empty();
    }
    builder.dropOnlyName();
    ResolvedStages resolved =
        new StageResolution(builder, images, triggers, allStages, unit).run(index.getAsInt());
    return sink.hasErrors() ? Optional.empty() : Optional.of(resolved);
  }
}
