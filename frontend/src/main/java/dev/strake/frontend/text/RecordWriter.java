package dev.strake.frontend.text;

import dev.strake.frontend.ast.LogicalText;
import dev.strake.frontend.ast.Statement;
import dev.strake.grammar.diagnostics.Diagnostic.LineRange;
import dev.strake.grammar.source.SourceFile;
import dev.strake.grammar.source.Span;
import dev.strake.llb.go.GoQuote;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes a tree of records, whatever they are, so that a new field shows by itself. For one use. */
final class RecordWriter {

  private final SourceFile file;
  private final boolean statements;
  private final StringBuilder out = new StringBuilder();

  /**
   * @param statements whether statements are written out; else only their lines are
   */
  RecordWriter(SourceFile file, boolean statements) {
    this.file = file;
    this.statements = statements;
  }

  String write(Record value) {
    writeRecord(value, 0);
    return out.toString();
  }

  private void writeRecord(Record value, int depth) {
    out.append(value.getClass().getSimpleName());
    Map<String, List<?>> below = new TreeMap<>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      Object field = unwrapped(read(value, component));
      Optional<String> plain = plain(field);
      if (plain.isPresent()) {
        out.append(plain.get().isEmpty() ? "" : " " + component.getName() + "=" + plain.get());
      } else {
        below.put(component.getName(), field instanceof List<?> list ? list : List.of(field));
      }
    }
    out.append('\n');
    below.forEach((name, values) -> values.forEach(each -> writeBelow(name, each, depth + 1)));
  }

  private void writeBelow(String name, Object value, int depth) {
    out.append("  ".repeat(depth)).append(name).append(": ");
    if (value instanceof Record record && plain(value).isEmpty()) {
      writeRecord(record, depth);
    } else {
      out.append(plain(value).orElseThrow()).append('\n');
    }
  }

  private static Object unwrapped(Object value) {
    return switch (value) {
      case Optional<?> optional -> optional.isPresent() ? optional.get() : "";
      case OptionalLong number -> number.isPresent() ? Long.toString(number.getAsLong()) : "";
      default -> value;
    };
  }

  /** The value in a word or two, empty text for what is left out; absent where it needs lines of its own. */
  private Optional<String> plain(Object value) {
    return switch (value) {
      case SourceFile unused -> Optional.of("");
      case String text -> Optional.of(text.isEmpty() ? "" : GoQuote.quote(text));
      case Boolean flag -> Optional.of(flag ? "true" : "");
      case Number number -> Optional.of(number.longValue() == 0 ? "" : number.toString());
      case Character character -> Optional.of(character.toString());
      case Enum<?> constant -> Optional.of(constant.name());
      case Span span -> Optional.of(place(span.start()) + "-" + place(span.end()));
      case LineRange lines -> Optional.of(lines.first() + "-" + lines.last());
      case LogicalText text -> Optional.of(GoQuote.quote(text.value()) + place(text.span().start()));
      case Statement statement when !statements -> plain(statement.lines());
      case Collection<?> values -> plainList(values);
      case Record record -> Optional.empty();
      default -> Optional.of(value.toString());
    };
  }

  private Optional<String> plainList(Collection<?> values) {
    List<String> words = new ArrayList<>();
    for (Object value : values) {
      Optional<String> word = plain(value);
      if (word.isEmpty()) {
        return Optional.empty();
      }
      words.add(word.get().isEmpty() ? "\"\"" : word.get());
    }
    return Optional.of(words.isEmpty() ? "" : words.stream().collect(Collectors.joining(", ", "[", "]")));
  }

  private String place(int offset) {
    return "@" + file.lineOf(offset) + ":" + file.columnOf(offset);
  }

  private static Object read(Record value, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(value);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
