package dev.strake.frontend.stage;

import dev.strake.frontend.ast.Place;
import dev.strake.frontend.context.BuildContexts;
import dev.strake.frontend.context.BuildContexts.NamedContext;
import dev.strake.frontend.expand.WordExpander;
import dev.strake.frontend.instruction.Stage;
import dev.strake.frontend.lint.LintRules;
import dev.strake.frontend.lint.Linter;
import dev.strake.frontend.options.CompileOptions;
import dev.strake.frontend.port.GatewayException;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.diagnostics.Suggestions;
import dev.strake.grammar.shell.Expansion;
import dev.strake.grammar.source.SourceFile;
import dev.strake.llb.Platform;
import dev.strake.llb.Platforms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The phase that expands what stands in {@code FROM} lines. */
public final class StageHeads {

  private final SourceFile source;
  private final CompileOptions options;
  private final BuildPlatforms platforms;
  private final BuildContexts contexts;
  private final GlobalArgs globals;
  private final WordExpander expander;
  private final Linter linter;
  private final DiagnosticSink sink;

  public StageHeads(SourceUnit unit, BuildEnvironment environment, GlobalArgs globals, WordExpander expander) {
    this.source = unit.file();
    this.options = environment.options();
    this.platforms = environment.platforms();
    this.contexts = environment.contexts();
    this.globals = globals;
    this.expander = expander;
    this.linter = unit.linter();
    this.sink = unit.sink();
  }

  /** The heads of all stages; those with errors, which the sink is told, are missing. */
  public List<StageHead> of(List<Stage> stages) {
    List<StageHead> heads = new ArrayList<>(stages.size());
    Set<String> declared = globals.names();
    Map<String, Set<String>> usedByStages = new HashMap<>();
    for (Stage stage : stages) {
      Optional<StageHead> head = head(stage, declared, usedByStages);
      head.ifPresent(heads::add);
      head.ifPresent(each -> usedByStages.put(stage.name(), each.usedArgs()));
    }
    return heads;
  }

  private Optional<StageHead> head(Stage stage, Set<String> declared, Map<String, Set<String>> usedByStages) {
    Place place = Place.of(stage.statement());
    Linter stageLinter = linter.withComments(stage.statement().comments());
    Expansion name = expander.expand(stage.baseName(), globals.environment());
    LintRules.UNDEFINED_ARG_IN_FROM.check(stageLinter, place, name.unmatched(), declared);
    if (name.error().isPresent()) {
      sink.add(StageDiagnostics.expansion(source, place, name.error().get()));
      return Optional.empty();
    }
    if (name.text().isEmpty()) {
      sink.add(StageDiagnostics.blankBaseName(source, place, stage.baseName()));
      return Optional.empty();
    }
    Set<String> used = new LinkedHashSet<>(name.matched());
    Optional<Platform> platform = Optional.empty();
    if (!stage.platform().isEmpty()) {
      platform = platform(stage, place, stageLinter, declared, used);
      if (platform.isEmpty()) {
        return Optional.empty();
      }
    }
    Optional<NamedContext> context = stage.name().isEmpty() ? Optional.empty() : context(stage.name(), platform);
    // What a stage's FROM uses, those use that build on it. Where a context takes its place, its own does not count.
    Set<String> inherited = usedByStages.getOrDefault(name.text(), Set.of());
    boolean own = context.isEmpty() && !used.isEmpty();
    used.addAll(inherited);
    Set<String> counted = own ? used : inherited;
    return Optional.of(new StageHead(Optional.of(stage), Optional.of(place), name.text(), platform, context, counted));
  }

  private Optional<Platform> platform(
      Stage stage, Place place, Linter stageLinter, Set<String> declared, Set<String> used) {
    String written = stage.platform();
    Expansion expansion = expander.expand(written, globals.environment());
    LintRules.UNDEFINED_ARG_IN_FROM.check(stageLinter, place, expansion.unmatched(), declared);
    LintRules.REDUNDANT_TARGET_PLATFORM.check(stageLinter, place, written, expansion, globals.environment());
    Optional<Platform> parsed = Optional.empty();
    String why = "";
    try {
      parsed = Optional.of(Platforms.parse(expansion.text(), platforms.build().getFirst()));
    } catch (IllegalArgumentException e) {
      why = String.valueOf(e.getMessage());
    }
    LintRules.FROM_PLATFORM_FLAG_CONST_DISALLOWED.check(stageLinter, place, stage.name(), expansion, parsed);
    if (expansion.error().isPresent()) {
      sink.add(StageDiagnostics.platformExpansion(source, place, expansion.error().get()));
      return Optional.empty();
    }
    if (expansion.text().isEmpty()) {
      sink.add(StageDiagnostics.emptyPlatform(source, place, written, suggestion(expansion)));
      return Optional.empty();
    }
    if (parsed.isEmpty()) {
      sink.add(StageDiagnostics.invalidPlatform(source, place, written, why, suggestion(expansion)));
    }
    used.addAll(expansion.matched());
    return parsed;
  }

  private Optional<String> suggestion(Expansion expansion) {
    List<String> names = globals.values().names();
    return expansion.unmatched().stream()
        .flatMap(name -> Suggestions.search(name, names, true).stream())
        .findFirst();
  }

  private Optional<NamedContext> context(String name, Optional<Platform> platform) {
    try {
      return NamedContexts.find(contexts, name, platform.or(platforms::requested), options.resolveMode());
    } catch (GatewayException e) {
      sink.add(StageDiagnostics.context(String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }
}
