package org.sparkradam.ml;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What one of several fits came to, which may fail while the others do not.
 *
 * @param value null if it failed
 * @param failure null if it did not
 */
record Outcome<T>(T value, RuntimeException failure) {
  static <T> Outcome<T> of(T value) {
    return new Outcome<>(value, null);
  }

  /** Of work that throws an IllegalStateException where its own training is to blame. */
  static <T> Outcome<T> of(Supplier<T> work) {
    try {
      return of(work.get());
    } catch (IllegalStateException e) {
      return new Outcome<>(null, e);
    }
  }

  <R> Outcome<R> map(Function<T, R> function) {
    return failure == null ? of(function.apply(value)) : new Outcome<>(null, failure);
  }

  /** The value, or what went wrong is thrown. */
  T orThrow() {
    if (failure != null) {
      throw failure;
    }
    return value;
  }
}
