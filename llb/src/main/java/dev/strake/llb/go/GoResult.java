package dev.strake.llb.go;

import java.util.Optional;
import java.util.function.Function;

/** What a Go function with an error result gives: a value, or the error's text. */
public sealed interface GoResult<T> {

  static <T> GoResult<T> of(T value) {
    return new Value<>(value);
  }

  static <T> GoResult<T> error(String message) {
    return new Failure<>(message);
  }

  /** The value, if there is one. */
  default Optional<T> value() {
    return switch (this) {
      case Value<T>(T value) -> Optional.of(value);
      case Failure<T>(String message) -> Optional.empty();
    };
  }

  /** The error's text; empty where there is none. */
  default String errorMessage() {
    return switch (this) {
      case Value<T>(T value) -> "";
      case Failure<T>(String message) -> message;
    };
  }

  /** The result with a changed value. */
  default <R> GoResult<R> map(Function<T, R> change) {
    return switch (this) {
      case Value<T>(T value) -> GoResult.of(change.apply(value));
      case Failure<T>(String message) -> GoResult.error(message);
    };
  }

  /** A success. */
  record Value<T>(T get) implements GoResult<T> {}

  /** An error, in Go's words. */
  record Failure<T>(String message) implements GoResult<T> {}
}
