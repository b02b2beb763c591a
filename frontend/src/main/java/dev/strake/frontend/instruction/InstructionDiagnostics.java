package dev.strake.frontend.instruction;

import dev.strake.grammar.diagnostics.Suggestions;
import dev.strake.grammar.source.Span;
import dev.strake.llb.go.GoQuote;
import java.util.List;

/** What can be wrong with an instruction: one method for each. Flags and their values have {@link FlagDiagnostics}. */
public final class InstructionDiagnostics {

  private InstructionDiagnostics() {}

  /** The problem as the reference words it for an instruction that stands in a Dockerfile. */
  public static Problem inDockerfile(Problem problem, int line) {
    return problem.withMessage("dockerfile parse error on line " + line + ": " + problem.message());
  }

  public static Problem unknownInstruction(String keyword, List<String> known, Span span) {
    String message = Suggestions.withSuggestion("unknown instruction: " + keyword, keyword, known, false);
    return Problem.of("unknown-instruction", message)
        .at(span)
        .withHelp("an instruction begins with one of " + String.join(", ", known));
  }

  public static Problem noBuildStage() {
    return Problem.of("no-build-stage", "no build stage in current context")
        .withHelp("only ARG may stand in front of the first FROM");
  }

  /** A {@code FROM} where only commands may stand. */
  public static Problem notACommand() {
    return Problem.of("not-a-command", "*instructions.Stage is not a command type");
  }

  public static Problem atLeastOneArgument(String instruction) {
    return Problem.of("missing-argument", instruction + " requires at least one argument")
        .withHelp("put an argument behind " + instruction + ", or take the line out");
  }

  public static Problem exactlyOneArgument(String instruction) {
    return Problem.of("missing-argument", instruction + " requires exactly one argument")
        .withHelp("put one argument behind " + instruction);
  }

  public static Problem noDestination(String instruction) {
    return Problem.of(
            "missing-destination",
            instruction + " requires at least two arguments, but only one was provided."
                + " Destination could not be determined")
        .withHelp("name the sources first and the destination last");
  }

  public static Problem heredocAsDestination(String instruction, Span span) {
    return Problem.of("heredoc-destination", instruction + " cannot accept a heredoc as a destination")
        .at(span)
        .withHelp("put a path behind the heredocs");
  }

  public static Problem blankName(String instruction) {
    return Problem.of("blank-name", instruction + " names can not be blank").withHelp("put a name in front of the =");
  }

  public static Problem invalidStageName(String name, Span span) {
    return Problem.of(
            "invalid-stage-name",
            "invalid name for build stage: "
                + GoQuote.quote(name)
                + ", name can't start with a number or contain symbols")
        .at(span)
        .withHelp("begin with a letter; letters, digits, -, _ and . may follow");
  }

  public static Problem fromArguments() {
    return Problem.of("from-arguments", "FROM requires either one or three arguments")
        .withHelp("write FROM <image> or FROM <image> AS <name>");
  }

  public static Problem onbuildChained(Span span) {
    return Problem.of("onbuild-trigger", "Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed")
        .at(span)
        .withHelp("write one ONBUILD");
  }

  public static Problem onbuildForbidden(String instruction, Span span) {
    return Problem.of("onbuild-trigger", instruction + " isn't allowed as an ONBUILD trigger")
        .at(span)
        .withHelp("a trigger runs in the middle of another stage: take " + instruction + " out of ONBUILD");
  }

  public static Problem healthcheckNoneArguments() {
    return Problem.of("healthcheck-arguments", "HEALTHCHECK NONE takes no arguments")
        .withHelp("write HEALTHCHECK NONE, or HEALTHCHECK CMD <command>");
  }

  public static Problem healthcheckMissingCommand() {
    return Problem.of("healthcheck-arguments", "Missing command after HEALTHCHECK CMD")
        .withHelp("write HEALTHCHECK CMD <command>");
  }

  public static Problem healthcheckUnknownType(String type, Span span) {
    return Problem.of("healthcheck-type", "Unknown type " + GoQuote.quote(type) + " in HEALTHCHECK (try CMD)")
        .at(span)
        .withHelp("write HEALTHCHECK CMD <command> or HEALTHCHECK NONE");
  }

  public static Problem emptyVolume() {
    return Problem.of("empty-volume", "VOLUME specified can not be an empty string")
        .withHelp("write a path such as /data");
  }

  public static Problem shellNotJson() {
    return Problem.of("shell-form", "SHELL requires the arguments to be in JSON form")
        .withHelp("write it like SHELL [\"/bin/bash\", \"-c\"]");
  }

  /** A word whose variables cannot be expanded. */
  public static Problem expansionFailed(String message) {
    return Problem.of("expansion", message);
  }
}
