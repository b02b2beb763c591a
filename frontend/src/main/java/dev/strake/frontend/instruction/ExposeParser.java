package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.lint.Linter;
import dev.strake.llb.go.GoStrings;
import java.util.List;

/** {@code EXPOSE}. */
final class ExposeParser implements StatementParser {

  @Override
  public Outcome<ExposeCommand> parse(Statement statement, Linter linter) {
    Arguments arguments = Arguments.of(statement.form());
    if (arguments.count() == 0) {
      return Outcome.failure(InstructionDiagnostics.atLeastOneArgument("EXPOSE"));
    }
    return FlagParser.NONE
        .parse(statement.flags())
        .map(flags -> new ExposeCommand(statement, sorted(arguments.words())));
  }

  private static List<String> sorted(List<String> ports) {
    return ports.stream().sorted(GoStrings::compare).toList();
  }
}
