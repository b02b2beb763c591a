package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.lint.Linter;

/** {@code ADD}. */
final class AddParser implements StatementParser {

  private static final FlagParser FLAGS =
      FlagParser.NONE
          .withText("chown")
          .withText("chmod")
          .withBool("link")
          .withBool("keep-git-dir")
          .withText("checksum")
          .withBool("unpack")
          .withTexts("exclude");

  @Override
  public Outcome<AddCommand> parse(Statement statement, Linter linter) {
    if (Arguments.of(statement.form()).count() < 2) {
      return Outcome.failure(InstructionDiagnostics.noDestination("ADD"));
    }
    return FLAGS
        .parse(statement.flags())
        .then(flags -> SourcesAndDest.of("ADD", statement).map(paths -> command(statement, paths, flags)));
  }

  private static AddCommand command(Statement statement, SourcesAndDest paths, Flags flags) {
    return new AddCommand(
        statement,
        paths,
        flags.text("chown"),
        flags.text("chmod"),
        flags.bool("link").orElse(false),
        flags.bool("keep-git-dir"),
        flags.text("checksum"),
        flags.bool("unpack"),
        flags.texts("exclude"));
  }
}
