package dev.strake.frontend.instruction;

import java.util.function.Function;

/** A value, or why there is none. */
public sealed interface Outcome<T> {

  /** The value. */
  record Success<T>(T value) implements Outcome<T> {}

  /** Why there is no value. */
  record Failure<T>(Problem problem) implements Outcome<T> {}

  static <T> Outcome<T> success(T value) {
    return new Success<>(value);
  }

  static <T> Outcome<T> failure(Problem problem) {
    return new Failure<>(problem);
  }

  /** This value, changed. */
  default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
    return switch (this) {
      case Success<T>(T value) -> new Success<>(change.apply(value));
      case Failure<T>(Problem problem) -> new Failure<>(problem);
    };
  }

  /** What comes of this value. */
  default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
    return switch (this) {
      case Success<T>(T value) -> next.apply(value);
      case Failure<T>(Problem problem) -> new Failure<>(problem);
    };
  }
}
