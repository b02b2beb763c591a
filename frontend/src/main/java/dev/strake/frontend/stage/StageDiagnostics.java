package dev.strake.frontend.stage;

import dev.strake.frontend.ast.Place;
import dev.strake.grammar.diagnostics.Diagnostic;
import dev.strake.grammar.diagnostics.Diagnostic.Label;
import dev.strake.grammar.diagnostics.Suggestions;
import dev.strake.grammar.source.SourceFile;
import dev.strake.llb.go.GoQuote;
import java.util.List;
import java.util.Optional;

/** What can be wrong with stages and their base images: one method for each. */
public final class StageDiagnostics {

  private StageDiagnostics() {}

  public static Diagnostic emptyFile() {
    return Diagnostic.error("empty-file", "the Dockerfile cannot be empty").withHelp("begin with FROM");
  }

  public static Diagnostic noStages() {
    return Diagnostic.error("no-stages", "dockerfile contains no stages to build")
        .withHelp("begin a stage: FROM scratch, or FROM and an image's name");
  }

  /** A word whose variables cannot be expanded; {@code message} is the expansion's. */
  static Diagnostic expansion(SourceFile source, Place place, String message) {
    return at(source, place, "expansion", message);
  }

  static Diagnostic tooManyImages(int limit) {
    return Diagnostic.error("too-many-images", "more than " + limit + " images in one Dockerfile")
        .withHelp("split the Dockerfile");
  }

  static Diagnostic blankBaseName(SourceFile source, Place from, String written) {
    return at(source, from, "blank-base-name", "base name (" + written + ") should not be blank")
        .withHelp("give the argument a default in front of the first FROM, or a value with --build-arg");
  }

  static Diagnostic platformExpansion(SourceFile source, Place from, String message) {
    return at(source, from, "expansion", "failed to process arguments for platform : " + message);
  }

  static Diagnostic emptyPlatform(SourceFile source, Place from, String written, Optional<String> suggestion) {
    String message = "empty platform value from expression " + written;
    return at(source, from, "empty-platform", message + didYouMean(suggestion))
        .withHelp("declare the argument in front of the first FROM, or leave --platform out");
  }

  static Diagnostic invalidPlatform(
      SourceFile source, Place from, String written, String why, Optional<String> suggestion) {
    String message = "failed to parse platform " + written + ": " + why + didYouMean(suggestion);
    // The reference tells this place twice.
    return at(source, from, "invalid-platform", message)
        .withHelp("write os/architecture, such as linux/arm64")
        .withLabels(List.of(new Label(from.span(), "", Optional.of(from.lines()))));
  }

  /** The client's context cannot be had; {@code message} says why. */
  static Diagnostic context(String message) {
    return Diagnostic.error("invalid-context", message);
  }

  static Diagnostic unknownTarget(String target, List<String> stages) {
    String message = "target stage " + GoQuote.quote(target) + " could not be found";
    return Diagnostic.error("unknown-target", Suggestions.withSuggestion(message, target, stages, true))
        .withHelp(stages.isEmpty() ? "no stage has a name" : "the stages are " + String.join(", ", stages));
  }

  static Diagnostic variableInFrom(SourceFile source, Place copy) {
    return unplaced(
            source,
            copy,
            "variable-in-copy-from",
            "variable expansion is not supported for --from, define a new stage with FROM using ARG from global scope"
                + " as a workaround")
        .withHelp("write FROM $NAME AS source in front, and COPY --from=source here");
  }

  static Diagnostic copyFromExpansion(SourceFile source, Place copy, String message) {
    return unplaced(source, copy, "expansion", message);
  }

  static Diagnostic invalidStageIndex(SourceFile source, Place copy, long index, int stages) {
    return unplaced(source, copy, "invalid-stage-index", "invalid stage index " + index)
        .withHelp("stages count from 0 to " + (stages - 1) + "; better refer to them by name");
  }

  static Diagnostic circularDependency(SourceFile source, String stage, List<Place> path) {
    List<Label> labels =
        path.stream()
            .skip(1)
            .map(place -> new Label(place.span(), "which depends on this", Optional.of(place.lines())))
            .toList();
    return at(source, path.getFirst(), "circular-dependency", "circular dependency detected on stage: " + stage)
        .withHelp("no stage can take files from itself, or from a stage that takes files from it")
        .withLabels(labels);
  }

  static Diagnostic invalidImageName(SourceFile source, Optional<Place> place, String name, String why) {
    String message = "failed to parse stage name " + GoQuote.quote(name) + ": " + why;
    return maybeAt(source, place, "invalid-image-name", message)
        .withHelp("a name is [registry/]repository[:tag][@digest], in lower case");
  }

  static Diagnostic imageNotResolved(
      SourceFile source, Optional<Place> place, String name, String why, List<String> stages) {
    String message = Suggestions.withSuggestion(name + ": " + why, name, stages, true);
    return maybeAt(source, place, "base-image", message);
  }

  static Diagnostic contextNotLoaded(SourceFile source, Optional<Place> place, String why) {
    return maybeAt(source, place, "context-not-loaded", why);
  }

  static Diagnostic invalidImageAnswer(SourceFile source, Optional<Place> place, String why) {
    return maybeAt(source, place, "invalid-image-config", why);
  }

  /** The directory that a base image starts processes in cannot be used. */
  public static Diagnostic baseWorkdir(SourceFile source, Optional<Place> from, String why) {
    return maybeAt(source, from, "invalid-path", why);
  }

  static Diagnostic invalidEpoch(String value) {
    return Diagnostic.error("invalid-source-date-epoch", "invalid SOURCE_DATE_EPOCH: " + value)
        .withHelp("give seconds since 1970, or context, or the name of a context or of a stage with one remote ADD");
  }

  static Diagnostic epochNotKnown(String why) {
    return Diagnostic.error("source-date-epoch-not-known", why);
  }

  static Diagnostic epochStage(SourceFile source, Place from, String why) {
    return at(source, from, "invalid-source-date-epoch", why)
        .withHelp("such a stage is FROM scratch and one ADD of a file of a web server or of a git repository");
  }

  static Diagnostic trigger(SourceFile source, Place from, String code, String message) {
    return at(source, from, code, message).withHelp("the instruction comes from an ONBUILD of the base image");
  }

  static Diagnostic triggerNotSingle(SourceFile source, Place from) {
    return trigger(source, from, "invalid-trigger", "onbuild trigger should be a single expression");
  }

  private static String didYouMean(Optional<String> suggestion) {
    return suggestion.map(match -> " (did you mean " + match + "?)").orElse("");
  }

  private static Diagnostic at(SourceFile source, Place place, String code, String message) {
    return Diagnostic.error(code, message, source, place.span())
        .withLines(place.lines().first(), place.lines().last());
  }

  private static Diagnostic maybeAt(SourceFile source, Optional<Place> place, String code, String message) {
    return place.map(p -> at(source, p, code, message)).orElseGet(() -> Diagnostic.error(code, message, source));
  }

  /** An error that people see at its place, but for which the protocols tell no lines. */
  private static Diagnostic unplaced(SourceFile source, Place place, String code, String message) {
    return Diagnostic.error(code, message, source, place.span()).withoutLines();
  }
}
