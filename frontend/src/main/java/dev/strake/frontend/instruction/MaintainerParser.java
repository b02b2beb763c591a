package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Place;
import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.lint.LintRules;
import dev.strake.frontend.lint.Linter;

/** {@code MAINTAINER}. */
final class MaintainerParser implements StatementParser {

  @Override
  public Outcome<MaintainerCommand> parse(Statement statement, Linter linter) {
    LintRules.MAINTAINER_DEPRECATED.report(linter, Place.of(statement));
    Arguments arguments = Arguments.of(statement.form());
    if (arguments.count() != 1) {
      return Outcome.failure(InstructionDiagnostics.exactlyOneArgument("MAINTAINER"));
    }
    return FlagParser.NONE.parse(statement.flags()).map(flags -> new MaintainerCommand(statement, arguments.first()));
  }
}
