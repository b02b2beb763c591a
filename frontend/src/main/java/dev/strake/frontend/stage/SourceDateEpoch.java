package dev.strake.frontend.stage;

import dev.strake.frontend.ast.Place;
import dev.strake.frontend.context.BuildContexts;
import dev.strake.frontend.context.BuildContexts.Loaded;
import dev.strake.frontend.context.BuildContexts.NamedContext;
import dev.strake.frontend.expand.WordExpander;
import dev.strake.frontend.instruction.Stage;
import dev.strake.frontend.options.CompileOptions;
import dev.strake.frontend.port.GatewayException;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.source.SourceFile;
import dev.strake.llb.ResolveMode;
import dev.strake.llb.State;
import dev.strake.llb.go.GoInt;
import dev.strake.llb.go.GoResult;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The phase that finds out what {@code SOURCE_DATE_EPOCH} means: seconds, or the time of the main context, of a named
 * context, or of what a stage downloads.
 */
public final class SourceDateEpoch {

  private static final String NAME = "SOURCE_DATE_EPOCH";

  private final SourceFile source;
  private final CompileOptions options;
  private final BuildContexts contexts;
  private final WordExpander expander;
  private final DiagnosticSink sink;
  private final SourceTimes times;

  public SourceDateEpoch(SourceUnit unit, BuildEnvironment environment, WordExpander expander) {
    this.source = unit.file();
    this.options = environment.options();
    this.contexts = environment.contexts();
    this.expander = expander;
    this.sink = unit.sink();
    this.times = new SourceTimes(environment.gateway());
  }

  /**
   * Arguments with the time in place of what it was said with.
   *
   * @param epoch absent where it is not set, or nothing is known about it
   */
  public record Dated(GlobalArgs globals, Map<String, String> buildArgs, Optional<OffsetDateTime> epoch) {}

  /** Finds the time; empty when the sink has errors. */
  public Optional<Dated> run(List<Stage> stages, GlobalArgs globals) {
    String given = options.buildArgs().get(NAME);
    Optional<String> value =
        given != null ? Optional.of(given) : globals.value(NAME).filter(global -> !global.isEmpty());
    if (value.isEmpty()) {
      return Optional.of(new Dated(globals, options.buildArgs(), Optional.empty()));
    }
    Optional<OffsetDateTime> epoch;
    try {
      epoch = epoch(value.get(), stages, globals);
    } catch (GatewayException e) {
      sink.add(StageDiagnostics.epochNotKnown(String.valueOf(e.getMessage())));
      epoch = Optional.empty();
    }
    if (sink.hasErrors()) {
      return Optional.empty();
    }
    String text = epoch.map(time -> Long.toString(time.toEpochSecond())).orElse("");
    return Optional.of(new Dated(globals.withValue(NAME, text), replaced(text), epoch));
  }

  private Map<String, String> replaced(String text) {
    Map<String, String> args = new HashMap<>(options.buildArgs());
    args.computeIfPresent(NAME, (name, value) -> text.isEmpty() ? null : text);
    return args;
  }

  private Optional<OffsetDateTime> epoch(String value, List<Stage> stages, GlobalArgs globals) {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Optional<Long> seconds = GoInt.parseInt(value, 10, 64).value();
    if (seconds.isPresent()) {
      return Optional.of(ofSeconds(seconds.get()));
    }
    if (value.equals(BuildContexts.MAIN)) {
      return times.of(contexts.mainContext(List.of()), "[internal] resolve main build context metadata");
    }
    Optional<NamedContext> context =
        contexts.namedContext(new BuildContexts.Request(value, Optional.empty(), ResolveMode.DEFAULT));
    if (context.isPresent()) {
      return times.of(tree(context.get()), "[internal] resolve SOURCE_DATE_EPOCH named context " + value);
    }
    Optional<Stage> stage = stages.stream().filter(each -> each.name().equalsIgnoreCase(value)).findFirst();
    if (stage.isEmpty()) {
      sink.add(StageDiagnostics.invalidEpoch(value));
      return Optional.empty();
    }
    return ofStage(stage.get(), globals);
  }

  private static OffsetDateTime ofSeconds(long seconds) {
    try {
      return Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return seconds < 0 ? OffsetDateTime.MIN : OffsetDateTime.MAX;
    }
  }

  private static State tree(NamedContext context) {
    return switch (context.load()) {
      case Loaded.Tree tree -> tree.state();
      case Loaded.Folder folder -> folder.state().apply(List.of());
    };
  }

  private Optional<OffsetDateTime> ofStage(Stage stage, GlobalArgs globals) {
    EpochStage epochStage = new EpochStage(options.buildArgs(), expander, contexts);
    return switch (epochStage.source(stage, globals.values().without(NAME))) {
      case GoResult.Value<State>(State tree) ->
          times.of(tree, "[internal] resolve SOURCE_DATE_EPOCH source stage " + stage.name());
      case GoResult.Failure<State>(String message) -> {
        sink.add(StageDiagnostics.epochStage(source, Place.of(stage.statement()), message));
        yield Optional.empty();
      }
    };
  }
}
