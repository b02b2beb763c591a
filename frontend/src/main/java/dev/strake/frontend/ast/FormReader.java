package dev.strake.frontend.ast;

import dev.strake.frontend.ast.Form.KeyValue;
import dev.strake.grammar.DockerfileParser;
import dev.strake.grammar.JsonArray;
import dev.strake.grammar.SyntaxDiagnostics;
import dev.strake.grammar.SyntaxTree;
import dev.strake.grammar.diagnostics.Diagnostic.LineRange;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.source.SourceFile;
import dev.strake.grammar.source.Span;
import dev.strake.grammar.source.Utf8Escapes;
import dev.strake.grammar.source.Whitespace;
import dev.strake.llb.go.GoQuote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the arguments of instructions into the shapes that their keywords ask for. */
final class FormReader {

  private final SourceFile file;
  private final char escape;
  private final int wordLimit;
  private final WordBudget budget;
  private final DiagnosticSink sink;

  FormReader(SyntaxTree tree, WordBudget budget, DiagnosticSink sink) {
    this.file = tree.file();
    this.escape = tree.escape();
    this.wordLimit = tree.limits().words();
    this.budget = budget;
    this.sink = sink;
  }

  /**
   * The form of arguments behind a keyword of the given token type; empty when an error was reported.
   *
   * @param array whether the arguments are an array, as their token says
   * @param lines the logical line's, to report for what is wrong
   */
  Optional<Form> read(int keyword, boolean array, LogicalText arguments, LineRange lines) {
    if (arguments.isEmpty()) {
      return Optional.of(new Form.Empty());
    }
    if (array) {
      return exec(JsonArray.decode(arguments.value(), budget.left()), arguments, lines);
    }
    return switch (keyword) {
      case DockerfileParser.ADD,
          DockerfileParser.COPY,
          DockerfileParser.EXPOSE,
          DockerfileParser.FROM,
          DockerfileParser.VOLUME ->
          words(arguments);
      case DockerfileParser.ARG -> names(arguments);
      case DockerfileParser.ENV -> keyValues(arguments, "ENV", lines);
      case DockerfileParser.LABEL -> keyValues(arguments, "LABEL", lines);
      case DockerfileParser.HEALTHCHECK -> health(arguments, lines);
      default -> Optional.of(new Form.Text(arguments));
    };
  }

  private Optional<Form> words(LogicalText arguments) {
    List<LogicalText> words = Words.plain(arguments, budget.left());
    return fits(words.size(), arguments) ? Optional.of(new Form.Words(words)) : Optional.empty();
  }

  private boolean fits(int words, LogicalText arguments) {
    boolean enough = budget.take(words);
    if (!enough && budget.exceed()) {
      sink.add(SyntaxDiagnostics.tooMany(file, arguments.span(), "words", wordLimit));
    }
    return enough;
  }

  private Optional<Form> exec(JsonArray array, LogicalText arguments, LineRange lines) {
    if (array.misfit().isEmpty()) {
      return fits(array.elements().size(), arguments)
          ? Optional.of(new Form.Exec(array.elements(), arguments))
          : Optional.empty();
    }
    Span misfit = array.misfit().get();
    Span place = arguments.span(misfit.start(), misfit.end());
    sink.add(SyntaxDiagnostics.notStringArray(file, place, lines));
    return Optional.empty();
  }

  private Optional<Form> names(LogicalText arguments) {
    List<LogicalText> words = Words.quoted(arguments, escape, budget.left());
    if (!fits(words.size(), arguments)) {
      return Optional.empty();
    }
    return Optional.of(words.isEmpty() ? new Form.Empty() : new Form.Words(words));
  }

  private Optional<Form> keyValues(LogicalText arguments, String instruction, LineRange lines) {
    List<LogicalText> words = Words.quoted(arguments, escape, budget.left());
    if (!fits(words.size(), arguments)) {
      return Optional.empty();
    }
    if (words.isEmpty()) {
      return Optional.of(new Form.Empty());
    }
    if (words.get(0).value().indexOf('=') < 0) {
      return oldKeyValue(arguments, instruction, lines);
    }
    List<KeyValue> pairs = new ArrayList<>(words.size());
    for (LogicalText word : words) {
      // The reference takes these words apart by characters.
      String text = Utf8Escapes.replaced(word.value());
      int equals = text.indexOf('=');
      if (equals < 0) {
        sink.add(SyntaxDiagnostics.missingEquals(file, word.span(), lines, GoQuote.quote(text)));
        return Optional.empty();
      }
      pairs.add(new KeyValue(text.substring(0, equals), text.substring(equals + 1), true, word));
    }
    return Optional.of(new Form.KeyValues(pairs));
  }

  /** {@code key value}: everything behind the first white space is the value, whatever is quoted. */
  private Optional<Form> oldKeyValue(LogicalText arguments, String instruction, LineRange lines) {
    String text = arguments.value();
    int end = 0;
    while (end < text.length() && !Whitespace.separatesWords(text.charAt(end))) {
      end++;
    }
    if (end == text.length()) {
      sink.add(SyntaxDiagnostics.missingValue(file, arguments.span(), lines, instruction));
      return Optional.empty();
    }
    int value = end;
    while (value < text.length() && Whitespace.separatesWords(text.charAt(value))) {
      value++;
    }
    KeyValue pair = new KeyValue(text.substring(0, end), text.substring(value), false, arguments);
    return Optional.of(new Form.KeyValues(List.of(pair)));
  }

  private Optional<Form> health(LogicalText arguments, LineRange lines) {
    String text = arguments.value();
    int length = text.length();
    int end = 0;
    // Byte by byte, as with flags: the type may end inside of a character.
    while (end < length && !Whitespace.isSpaceByte(text.charAt(end))) {
      int behind = text.offsetByCodePoints(end, 1);
      String bytes = Utf8Escapes.bytesOf(text.codePointAt(end));
      int space = Whitespace.findSpaceByte(bytes, 0);
      if (space < bytes.length()) {
        LogicalText type = arguments.part(behind, behind).behind(text.substring(0, end) + bytes.substring(0, space));
        return health(type, arguments.part(behind, length).behind(bytes.substring(space)), lines);
      }
      end = behind;
    }
    return end == 0
        ? Optional.of(new Form.Empty())
        : health(arguments.part(0, end), arguments.part(end, length), lines);
  }

  private Optional<Form> health(LogicalText type, LogicalText rest, LineRange lines) {
    int length = rest.value().length();
    LogicalText command = rest.part(Whitespace.skipSpaceBytes(rest.value(), 0, length), length);
    return command.isEmpty()
        ? Optional.of(new Form.Health(type, new Form.Empty()))
        : healthCommand(command, lines).map(form -> new Form.Health(type, form));
  }

  /** The lexer takes no array for one behind a word. */
  private Optional<Form> healthCommand(LogicalText command, LineRange lines) {
    String text = command.value();
    LogicalText trimmed = command.part(Whitespace.skip(text, 0, text.length()), text.length());
    return JsonArray.isArray(trimmed.value())
        ? exec(JsonArray.decode(trimmed.value(), budget.left()), trimmed, lines)
        : Optional.of(new Form.Text(command));
  }
}
