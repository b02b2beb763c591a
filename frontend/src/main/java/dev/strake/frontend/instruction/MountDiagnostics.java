package dev.strake.frontend.instruction;

import dev.strake.grammar.diagnostics.Suggestions;
import dev.strake.grammar.source.Span;
import dev.strake.llb.go.GoQuote;
import java.util.List;

/** What can be wrong with {@code RUN --mount}: one method for each. */
public final class MountDiagnostics {

  private MountDiagnostics() {}

  /** {@code message} is Go's. */
  public static Problem syntax(String message, Span span) {
    return Problem.of("mount-syntax", "failed to parse csv mounts: " + message)
        .at(span)
        .withHelp("separate options by commas, and write one with a comma in it as \"key=a,b\"");
  }

  public static Problem variableInFrom(Span span) {
    return Problem.of("mount-from", "'from' doesn't support variable expansion, define alias stage instead")
        .at(span)
        .withHelp("write FROM <image> AS <name> with the variable there, and from=<name> here");
  }

  public static Problem unsupportedType(String value, List<String> known, Span span) {
    String message = "unsupported mount type " + GoQuote.quote(value);
    return Problem.of("mount-type", Suggestions.withSuggestion(message, value, known, true))
        .at(span)
        .withHelp("the types are " + String.join(", ", known));
  }

  public static Problem unsupportedSharing(String value, List<String> known, Span span) {
    String message = "unsupported sharing value " + GoQuote.quote(value);
    return Problem.of("mount-sharing", Suggestions.withSuggestion(message, value, known, true))
        .at(span)
        .withHelp("write shared, private or locked");
  }

  public static Problem optionOfOtherType(String key, MountType type, Span span) {
    return Problem.of("mount-option", "unexpected key '" + key + "' for mount type '" + Choices.word(type) + "'")
        .at(span)
        .withHelp("leave " + key + " out, or take another type");
  }

  public static Problem invalidNumber(String key, String value, Span span) {
    return Problem.of("option-value", "invalid value " + value + " for " + key)
        .at(span)
        .withHelp("write a number from 0 on; a mode is octal");
  }

  public static Problem ownershipOfOtherType(String key, MountType type, Span span) {
    return Problem.of("mount-option", key + " not allowed for " + GoQuote.quote(Choices.word(type)) + " type mounts")
        .at(span)
        .withHelp("leave " + key + " out: only caches, secrets and SSH sockets have an owner and a mode");
  }

  public static Problem secretWithFrom(Span span) {
    return Problem.of("mount-option", "secret mount should not have a from")
        .at(span)
        .withHelp("leave from out: secrets come from the client, by their id");
  }

  public static Problem secretWithSharing(Span span) {
    return Problem.of("mount-option", "secret mount should not define sharing")
        .at(span)
        .withHelp("leave sharing out: only caches are shared");
  }

  public static Problem secretWithoutSource(Span span) {
    return Problem.of("mount-option", "invalid secret mount. one of source, target required")
        .at(span)
        .withHelp("name the secret with id=<name>");
  }

  public static Problem secretSourceAndId(Span span) {
    return Problem.of("mount-option", "both source and id can't be set").at(span).withHelp("leave source out");
  }

  public static Problem sharingOfOtherType(MountType type, Span span) {
    return Problem.of("mount-option", "invalid cache sharing set for " + Choices.word(type) + " mount")
        .at(span)
        .withHelp("leave sharing out: only caches are shared");
  }
}
