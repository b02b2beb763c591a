package dev.strake.frontend.instruction;

import dev.strake.grammar.diagnostics.Suggestions;
import dev.strake.grammar.source.Span;
import dev.strake.llb.go.GoQuote;
import java.util.List;

/** What can be wrong with an instruction's flags: one method for each. Mounts have {@link MountDiagnostics}. */
public final class FlagDiagnostics {

  private FlagDiagnostics() {}

  public static Problem notAFlag(String word, Span span) {
    return Problem.of("invalid-flag", "arg should start with -- : " + word)
        .at(span)
        .withHelp("flags begin with -- and stand in front of the arguments");
  }

  public static Problem unknownFlag(String name, List<String> known, Span span) {
    Problem problem =
        Problem.of(
                "unknown-flag", Suggestions.withSuggestion("unknown flag: --" + name, name, known, true))
            .at(span);
    return known.isEmpty()
        ? problem.withHelp("this instruction has no flags")
        : problem.withHelp("the flags of this instruction are --" + String.join(", --", known));
  }

  public static Problem duplicateFlag(String name, Span span) {
    return Problem.of("duplicate-flag", "duplicate flag specified: --" + name)
        .at(span)
        .withHelp("leave all but one of them out");
  }

  public static Problem missingValue(String name, Span span) {
    return Problem.of("missing-flag-value", "missing a value on flag: --" + name)
        .at(span)
        .withHelp("write --" + name + "=<value>");
  }

  public static Problem notBoolean(String name, String value, Span span) {
    return Problem.of("invalid-flag-value", "expecting boolean value for flag --" + name + ", not: " + value)
        .at(span)
        .withHelp("write true or false");
  }

  /** {@code message} is Go's, for instance that a unit is missing. */
  public static Problem invalidDuration(String message, Span span) {
    return Problem.of("invalid-duration", message).at(span).withHelp("a duration is a number and a unit, such as 30s");
  }

  public static Problem durationTooShort(String flag, Span span) {
    return Problem.of("invalid-duration", "Interval " + GoQuote.quote(flag) + " cannot be less than 1ms")
        .at(span)
        .withHelp("write 1ms or more, or 0 for the daemon's own value");
  }

  /** {@code message} is Go's. */
  public static Problem invalidRetries(String message, Span span) {
    return Problem.of("invalid-retries", message).at(span).withHelp("write a number from 0 on");
  }

  public static Problem negativeRetries(long retries, Span span) {
    return Problem.of("invalid-retries", "--retries cannot be negative (" + retries + ")")
        .at(span)
        .withHelp("write a number from 0 on");
  }

  public static Problem invalidNetwork(String value, Span span) {
    return Problem.of("invalid-network", "invalid network mode " + GoQuote.quote(value))
        .at(span)
        .withHelp("write default, none or host");
  }

  public static Problem invalidSecurity(String value, Span span) {
    return Problem.of("invalid-security", "security " + GoQuote.quote(value) + " is not valid")
        .at(span)
        .withHelp("write sandbox or insecure");
  }

  /** {@code message} is Go's. */
  public static Problem deviceSyntax(String message, Span span) {
    return Problem.of("device-syntax", "failed to parse csv devices: " + message)
        .at(span)
        .withHelp("separate options by commas, and write one with a comma in it as \"key=a,b\"");
  }

  public static Problem deviceNamedTwice(String name, Span span) {
    return Problem.of("device-option", "device name already set to " + name)
        .at(span)
        .withHelp("give each device a --device of its own");
  }

  public static Problem fieldWithoutValue(String field, Span span) {
    return Problem.of("option-without-value", "invalid field '" + field + "' must be a key=value pair")
        .at(span)
        .withHelp("write " + field + "=<value>");
  }

  /** @param expected what may stand there, such as {@code true or false} */
  public static Problem optionValue(String key, String value, String expected, Span span) {
    return Problem.of("option-value", "invalid value for " + key + ": " + value).at(span).withHelp("write " + expected);
  }

  public static Problem unexpectedOption(String key, String field, List<String> known, Span span) {
    String message = "unexpected key '" + key + "' in '" + field + "'";
    return Problem.of("unknown-option", Suggestions.withSuggestion(message, key, known, true))
        .at(span)
        .withHelp("the options are " + String.join(", ", known));
  }
}
