package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.lint.Linter;

/** {@code COPY}. */
final class CopyParser implements StatementParser {

  private static final FlagParser FLAGS =
      FlagParser.NONE
          .withText("chown")
          .withText("from")
          .withText("chmod")
          .withBool("link")
          .withTexts("exclude")
          .withBool("parents");

  @Override
  public Outcome<CopyCommand> parse(Statement statement, Linter linter) {
    if (Arguments.of(statement.form()).count() < 2) {
      return Outcome.failure(InstructionDiagnostics.noDestination("COPY"));
    }
    return FLAGS
        .parse(statement.flags())
        .then(flags -> SourcesAndDest.of("COPY", statement).map(paths -> command(statement, paths, flags)));
  }

  private static CopyCommand command(Statement statement, SourcesAndDest paths, Flags flags) {
    return new CopyCommand(
        statement,
        paths,
        flags.text("from"),
        flags.text("chown"),
        flags.text("chmod"),
        flags.bool("link").orElse(false),
        flags.bool("parents").orElse(false),
        flags.texts("exclude"));
  }
}
