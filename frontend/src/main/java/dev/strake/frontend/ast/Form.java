package dev.strake.frontend.ast;

import java.util.List;

/** The shape of an instruction's arguments. Which shape an instruction has is fixed by its keyword. */
public sealed interface Form {

  /** No arguments at all. */
  record Empty() implements Form {}

  /** The arguments as one text: {@code USER}, {@code WORKDIR}, or the shell form of {@code RUN}. */
  record Text(LogicalText text) implements Form {}

  /** Words between white space, quotes and escapes kept: {@code FROM}, {@code EXPOSE}, {@code COPY}, {@code ARG}. */
  record Words(List<LogicalText> words) implements Form {
    public Words {
      words = List.copyOf(words);
    }
  }

  /** A JSON array of strings: the exec form. */
  record Exec(List<String> elements, LogicalText text) implements Form {
    public Exec {
      elements = List.copyOf(elements);
    }
  }

  /** {@code key=value} pairs, or one pair in the old form {@code key value}: {@code ENV} and {@code LABEL}. */
  record KeyValues(List<KeyValue> pairs) implements Form {
    public KeyValues {
      pairs = List.copyOf(pairs);
    }
  }

  /**
   * One pair of {@link KeyValues}.
   *
   * @param key as written, quotes and escapes kept
   * @param value as written, quotes and escapes kept
   * @param delimited whether it was written with {@code =}
   * @param text the pair's place
   */
  record KeyValue(String key, String value, boolean delimited, LogicalText text) {}

  /** {@code HEALTHCHECK}: the test's type and the command behind it. */
  record Health(LogicalText type, Form command) implements Form {}

  /** {@code ONBUILD}: the instruction behind it. */
  record Nested(Statement statement) implements Form {}
}
