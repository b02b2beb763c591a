package dev.strake.frontend.context;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is computed when it is first asked for, by one thread; a failure is not kept. */
final class Once<T> {

  private final Supplier<T> supplier;
  private @Nullable T value;

  Once(Supplier<T> supplier) {
    this.supplier = supplier;
  }

  synchronized T get() {
    if (value == null) {
      value = supplier.get();
    }
    return value;
  }
}
