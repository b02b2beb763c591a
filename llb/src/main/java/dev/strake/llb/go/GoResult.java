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
  Optional<T> value();

  /** The error's text; empty where there is none. */
  String errorMessage();

  /** The result with a changed value. */
  <R> GoResult<R> map(Function<T, R> change);

  /** A success. */
  record Value<T>(T get) implements GoResult<T> {

    @Override
    public Optional<T> value() {
      return Optional.of(get);
    }

    @Override
    public String errorMessage() {
      return "";
    }

    @Override
    public <R> GoResult<R> map(Function<T, R> change) {
      return GoResult.of(change.apply(get));
    }
  }

  /** An error, in Go's words. */
  record Failure<T>(String message) implements GoResult<T> {

    @Override
    public Optional<T> value() {
      return Optional.empty();
    }

    @Override
    public String errorMessage() {
      return message;
    }

    @Override
    public <R> GoResult<R> map(Function<T, R> change) {
      return GoResult.error(message);
    }
  }
}
