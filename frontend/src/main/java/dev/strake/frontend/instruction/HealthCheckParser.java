package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Form;
import dev.strake.frontend.ast.LogicalText;
import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.lint.Linter;
import dev.strake.llb.go.GoDuration;
import dev.strake.llb.go.GoInt;
import dev.strake.llb.go.GoResult;
import dev.strake.llb.go.GoStrings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code HEALTHCHECK}. */
final class HealthCheckParser implements StatementParser {

  private static final FlagParser FLAGS =
      FlagParser.NONE
          .withText("interval")
          .withText("timeout")
          .withText("start-period")
          .withText("start-interval")
          .withText("retries");
  private static final long MINIMUM = 1_000_000;

  @Override
  public Outcome<HealthCheckCommand> parse(Statement statement, Linter linter) {
    if (!(statement.form() instanceof Form.Health(LogicalText type, Form command))) {
      return Outcome.failure(InstructionDiagnostics.atLeastOneArgument("HEALTHCHECK"));
    }
    String kind = GoStrings.toUpper(type.value());
    Arguments arguments = Arguments.of(command);
    // With NONE the reference does not look at the flags.
    Outcome<HealthCheck> check =
        kind.equals("NONE")
            ? none(arguments)
            : FLAGS
                .parse(statement.flags())
                .then(flags -> test(kind, type, arguments).then(test -> withTimes(test, flags)));
    return check.map(health -> new HealthCheckCommand(statement, health));
  }

  private static Outcome<HealthCheck> none(Arguments arguments) {
    return arguments.count() == 0
        ? Outcome.success(new HealthCheck(List.of("NONE"), 0, 0, 0, 0, 0))
        : Outcome.failure(InstructionDiagnostics.healthcheckNoneArguments());
  }

  private static Outcome<List<String>> test(String kind, LogicalText type, Arguments arguments) {
    if (!kind.equals("CMD")) {
      return Outcome.failure(InstructionDiagnostics.healthcheckUnknownType(kind, type.span()));
    }
    if (arguments.count() == 0) {
      return Outcome.failure(InstructionDiagnostics.healthcheckMissingCommand());
    }
    List<String> test = new ArrayList<>();
    test.add(arguments.json() ? "CMD" : "CMD-SHELL");
    test.addAll(arguments.words());
    return Outcome.success(test);
  }

  private static Outcome<HealthCheck> withTimes(List<String> test, Flags flags) {
    return time("interval", flags)
        .then(interval -> time("timeout", flags)
            .then(timeout -> time("start-period", flags)
                .then(startPeriod -> time("start-interval", flags)
                    .then(startInterval -> retries(flags)
                        .map(retries ->
                            new HealthCheck(test, interval, timeout, startPeriod, startInterval, retries))))));
  }

  private static Outcome<Long> time(String name, Flags flags) {
    Optional<Flags.Value> flag = flags.value(name).filter(value -> !value.text().isEmpty());
    if (flag.isEmpty()) {
      return Outcome.success(0L);
    }
    Flags.Value value = flag.get();
    return switch (GoDuration.parse(value.text())) {
      case GoResult.Failure<Long>(String message) ->
          Outcome.failure(FlagDiagnostics.invalidDuration(message, value.span()));
      case GoResult.Value<Long>(Long nanos) ->
          nanos == 0 || nanos >= MINIMUM
              ? Outcome.success(nanos)
              : Outcome.failure(FlagDiagnostics.durationTooShort(name, value.span()));
    };
  }

  private static Outcome<Integer> retries(Flags flags) {
    Optional<Flags.Value> flag = flags.value("retries").filter(value -> !value.text().isEmpty());
    if (flag.isEmpty()) {
      return Outcome.success(0);
    }
    Flags.Value value = flag.get();
    return switch (GoInt.parseInt(value.text(), 10, Integer.SIZE)) {
      case GoResult.Failure<Long>(String message) ->
          Outcome.failure(FlagDiagnostics.invalidRetries(message, value.span()));
      case GoResult.Value<Long>(Long count) ->
          count < 0
              ? Outcome.failure(FlagDiagnostics.negativeRetries(count, value.span()))
              : Outcome.success(count.intValue());
    };
  }
}
