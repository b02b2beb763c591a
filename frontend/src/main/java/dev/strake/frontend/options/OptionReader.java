package dev.strake.frontend.options;

import dev.strake.grammar.diagnostics.Diagnostic;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.llb.go.GoResult;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The options as the client gave them, and where to report what is wrong with them. */
final class OptionReader {

  private final Map<String, String> options;
  private final DiagnosticSink sink;

  OptionReader(Map<String, String> options, DiagnosticSink sink) {
    this.options = options;
    this.sink = sink;
  }

  /** The option's value; empty where it is not given. */
  String text(String key) {
    return options.getOrDefault(key, "");
  }

  /** The option's value where it is given, though it be empty. */
  Optional<String> given(String key) {
    return Optional.ofNullable(options.get(key));
  }

  /** The options whose names begin so, by the rest of their names, sorted. */
  Map<String, String> withPrefix(String prefix) {
    Map<String, String> found = new TreeMap<>();
    options.forEach(
        (key, value) -> {
          if (key.startsWith(prefix)) {
            found.put(key.substring(prefix.length()), value);
          }
        });
    return found;
  }

  void report(Diagnostic diagnostic) {
    sink.add(diagnostic);
  }

  /** The result's value, or else {@code fallback} and a report of why there is none. */
  <T> T value(GoResult<T> result, T fallback, Function<String, Diagnostic> problem) {
    return switch (result) {
      case GoResult.Value<T>(T value) -> value;
      case GoResult.Failure<T>(String message) -> {
        report(problem.apply(message));
        yield fallback;
      }
    };
  }
}
