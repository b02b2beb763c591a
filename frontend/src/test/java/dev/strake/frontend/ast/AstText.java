package dev.strake.frontend.ast;

import java.util.List;
import java.util.stream.Collectors;

/** Shows statements as one line each, for tables and comparisons: nothing of their places but the line numbers. */
final class AstText {

  private AstText() {}

  static String show(Dockerfile dockerfile) {
    return dockerfile.statements().stream()
        .map(statement -> lines(statement) + " " + show(statement))
        .collect(Collectors.joining("\n"));
  }

  static String lines(Statement statement) {
    return statement.lines().first() + "-" + statement.lines().last();
  }

  /** The statement without its lines. */
  static String show(Statement statement) {
    StringBuilder out = new StringBuilder(statement.keyword());
    statement.flags().forEach(flag -> out.append(" {").append(flag.word()).append('}'));
    out.append(' ').append(show(statement.form()));
    statement.heredocs().forEach(heredoc -> out.append(' ').append(show(heredoc)));
    if (!statement.comments().isEmpty()) {
      out.append(" #").append(statement.comments());
    }
    return out.toString();
  }

  private static String show(Form form) {
    return switch (form) {
      case Form.Empty empty -> "-";
      case Form.Text text -> "'" + text.text() + "'";
      case Form.Words words -> "words" + words.words();
      case Form.Exec exec -> "exec" + exec.elements();
      case Form.KeyValues pairs -> "pairs" + pairs.pairs().stream().map(AstText::show).toList();
      case Form.Health health -> health.type() + " " + show(health.command());
      case Form.Nested nested -> "(" + show(nested.statement()) + ")";
    };
  }

  private static String show(Form.KeyValue pair) {
    return pair.key() + (pair.delimited() ? "=" : " ") + pair.value();
  }

  private static String show(Heredoc heredoc) {
    String sign = heredoc.chomp() ? "<<-" : "<<";
    String name = heredoc.expand() ? heredoc.name() : "'" + heredoc.name() + "'";
    return sign + name + List.of(heredoc.content()).toString().replace("\n", "~").replace("\r", "%");
  }
}
