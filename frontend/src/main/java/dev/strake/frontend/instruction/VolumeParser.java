package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.lint.Linter;
import dev.strake.llb.go.GoStrings;
import java.util.List;

/** {@code VOLUME}. */
final class VolumeParser implements StatementParser {

  @Override
  public Outcome<VolumeCommand> parse(Statement statement, Linter linter) {
    Arguments arguments = Arguments.of(statement.form());
    if (arguments.count() == 0) {
      return Outcome.failure(InstructionDiagnostics.atLeastOneArgument("VOLUME"));
    }
    return FlagParser.NONE.parse(statement.flags()).then(flags -> volumes(statement, arguments));
  }

  private static Outcome<VolumeCommand> volumes(Statement statement, Arguments arguments) {
    List<String> volumes = arguments.words().stream().map(GoStrings::trimSpace).toList();
    int empty = volumes.indexOf("");
    return empty < 0
        ? Outcome.success(new VolumeCommand(statement, volumes))
        : Outcome.failure(InstructionDiagnostics.emptyVolume().at(Arguments.span(statement, empty)));
  }
}
