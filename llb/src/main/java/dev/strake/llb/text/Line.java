package dev.strake.llb.text;

import dev.strake.llb.go.GoQuote;
import dev.strake.llb.go.GoStrings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A line of the text: words, then attributes by name; what holds its default is left out. Not thread-safe. */
final class Line {
  private final StringBuilder head;
  private final Map<String, String> attributes = new TreeMap<>(GoStrings::compare);

  Line(String head) {
    this.head = new StringBuilder(head);
  }

  /** Adds a word as it is. */
  Line word(String word) {
    head.append(' ').append(word);
    return this;
  }

  /** Adds a word in quotes. */
  Line quoted(String word) {
    return word(GoQuote.quote(word));
  }

  Line string(String name, String value) {
    return value.isEmpty() ? this : raw(name, GoQuote.quote(value));
  }

  Line strings(String name, List<String> values) {
    return values.isEmpty() ? this : raw(name, GoQuote.quote(values));
  }

  Line number(String name, long value, long usual) {
    return value == usual ? this : raw(name, Long.toString(value));
  }

  Line octal(String name, int value) {
    return raw(name, "0" + Integer.toOctalString(value));
  }

  Line flag(String name, boolean value) {
    return value ? raw(name, "true") : this;
  }

  /** Adds an attribute whose value is a text of its own kind. */
  Line raw(String name, String value) {
    attributes.put(name, value);
    return this;
  }

  Line raw(String name, String value, boolean unusual) {
    return unusual ? raw(name, value) : this;
  }

  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(head);
    attributes.forEach((name, value) -> line.append(' ').append(name).append('=').append(value));
    return line.toString();
  }
}
