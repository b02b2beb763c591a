package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Form;
import dev.strake.frontend.ast.LogicalText;
import dev.strake.frontend.ast.Statement;
import dev.strake.grammar.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * An instruction's arguments as a list of words, whatever their form.
 *
 * @param words one word for text
 * @param json whether they are in exec form
 */
record Arguments(List<String> words, boolean json) {

  static Arguments of(Form form) {
    return switch (form) {
      case Form.Empty empty -> new Arguments(List.of(), false);
      case Form.Text(LogicalText text) -> new Arguments(List.of(text.value()), false);
      case Form.Words(List<LogicalText> words) -> new Arguments(values(words), false);
      case Form.Exec(List<String> elements, LogicalText text) -> new Arguments(elements, true);
      case Form.KeyValues keyValues -> throw new IllegalArgumentException("pairs are no words");
      case Form.Health health -> throw new IllegalArgumentException("a health check is no words");
      case Form.Nested nested -> throw new IllegalArgumentException("an instruction is no words");
    };
  }

  private static List<String> values(List<LogicalText> words) {
    List<String> values = new ArrayList<>(words.size());
    for (LogicalText word : words) {
      values.add(word.value());
    }
    return values;
  }

  int count() {
    return words.size();
  }

  String first() {
    return words.getFirst();
  }

  String last() {
    return words.getLast();
  }

  /** Where word {@code index} stands; in exec form, where all of them stand. */
  static Span span(Statement statement, int index) {
    return statement.form() instanceof Form.Words(List<LogicalText> words)
        ? words.get(index).span()
        : statement.arguments().span();
  }

  static Span lastSpan(Statement statement) {
    return statement.form() instanceof Form.Words(List<LogicalText> words)
        ? words.getLast().span()
        : statement.arguments().span();
  }
}
