package dev.strake.bridge.trace;

import java.util.List;

/**
 * What is told of a span, or of the program that has it.
 *
 * @param value a {@link String}, a {@link Long} or a {@link List} of strings
 */
record Attribute(String key, Object value) {

  static Attribute of(String key, String text) {
    return new Attribute(key, text);
  }

  static Attribute of(String key, long number) {
    return new Attribute(key, number);
  }

  static Attribute of(String key, List<String> texts) {
    return new Attribute(key, List.copyOf(texts));
  }
}
