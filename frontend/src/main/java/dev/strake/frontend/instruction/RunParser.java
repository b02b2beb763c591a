package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.lint.Linter;
import dev.strake.llb.SecurityMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code RUN}. */
final class RunParser implements StatementParser {

  private static final FlagParser FLAGS =
      FlagParser.NONE.withTexts("device").withTexts("mount").withText("network").withText("security");

  @Override
  public Outcome<RunCommand> parse(Statement statement, Linter linter) {
    return FLAGS.parse(statement.flags()).then(flags -> command(statement, flags));
  }

  /** The reference looks at devices first, then at mounts, network and security, wherever they stand. */
  private static Outcome<RunCommand> command(Statement statement, Flags flags) {
    CommandLine commandLine = CommandLine.of(statement);
    return all(flags.all("device"), DeviceParser::parse)
        .then(devices -> all(flags.all("mount"), MountFlag::of)
            .then(mounts -> network(flags)
                .then(network -> security(flags)
                    .map(security ->
                        new RunCommand(statement, commandLine, mounts, network, security, devices)))));
  }

  private static <T> Outcome<List<T>> all(List<Flags.Value> values, Function<Flags.Value, Outcome<T>> parser) {
    List<T> results = new ArrayList<>(values.size());
    for (Flags.Value value : values) {
      switch (parser.apply(value)) {
        case Outcome.Success<T>(T result) -> results.add(result);
        case Outcome.Failure<T>(Problem problem) -> {
          return Outcome.failure(problem);
        }
      }
    }
    return Outcome.success(results);
  }

  private static Outcome<RunNetwork> network(Flags flags) {
    Optional<Flags.Value> flag = flags.value("network");
    if (flag.isEmpty()) {
      return Outcome.success(RunNetwork.DEFAULT);
    }
    Flags.Value value = flag.get();
    return Choices.find(RunNetwork.class, value.text())
        .map(Outcome::success)
        .orElseGet(() -> Outcome.failure(FlagDiagnostics.invalidNetwork(value.text(), value.span())));
  }

  private static Outcome<SecurityMode> security(Flags flags) {
    Optional<Flags.Value> flag = flags.value("security");
    if (flag.isEmpty()) {
      return Outcome.success(SecurityMode.SANDBOX);
    }
    Flags.Value value = flag.get();
    return Choices.find(SecurityMode.class, value.text())
        .map(Outcome::success)
        .orElseGet(() -> Outcome.failure(FlagDiagnostics.invalidSecurity(value.text(), value.span())));
  }
}
