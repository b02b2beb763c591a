package dev.strake.frontend.instruction;

import com.google.common.base.Ascii;
import dev.strake.frontend.ast.Form;
import dev.strake.frontend.ast.Heredoc;
import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.lint.Linter;
import dev.strake.grammar.source.Span;
import dev.strake.llb.go.GoStrings;

/** {@code ONBUILD}. The instruction in it is only read when it is triggered. */
final class OnbuildParser implements StatementParser {

  private static final String KEYWORD = "ONBUILD";

  @Override
  public Outcome<OnbuildCommand> parse(Statement statement, Linter linter) {
    if (!(statement.form() instanceof Form.Nested(Statement trigger))) {
      return Outcome.failure(InstructionDiagnostics.atLeastOneArgument(KEYWORD));
    }
    return FlagParser.NONE
        .parse(statement.flags())
        .then(flags -> checkTrigger(trigger))
        .map(checked -> new OnbuildCommand(statement, expression(statement)));
  }

  private static Outcome<Statement> checkTrigger(Statement trigger) {
    Span span = InstructionParser.keywordSpan(trigger);
    String keyword = GoStrings.toUpper(GoStrings.trimSpace(trigger.keyword()));
    return switch (keyword) {
      case KEYWORD -> Outcome.failure(InstructionDiagnostics.onbuildChained(span));
      case "MAINTAINER", "FROM" -> Outcome.failure(InstructionDiagnostics.onbuildForbidden(keyword, span));
      default -> Outcome.success(trigger);
    };
  }

  /** The text behind the keyword, and the here-documents, so that the whole can be read again. */
  private static String expression(Statement statement) {
    StringBuilder expression = new StringBuilder(withoutKeyword(statement.original().value()));
    for (Heredoc heredoc : statement.heredocs()) {
      expression.append('\n').append(heredoc.content()).append(heredoc.name());
    }
    return expression.toString();
  }

  private static String withoutKeyword(String line) {
    int keyword = skipSpace(line, 0);
    int end = Math.min(line.length(), keyword + KEYWORD.length());
    // Not as Java folds case: a dotted capital I makes the word a keyword, but not one that the reference cuts off.
    return Ascii.equalsIgnoreCase(line.substring(keyword, end), KEYWORD) ? line.substring(skipSpace(line, end)) : line;
  }

  private static int skipSpace(String line, int from) {
    int i = from;
    while (i < line.length() && " \t\n\f\r".indexOf(line.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }
}
