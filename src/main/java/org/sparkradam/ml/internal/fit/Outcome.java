package org.sparkradam.ml.internal.fit;

import java.util.function.Function;
import java.util.function.Supplier;
import org.sparkradam.train.DivergenceException;

/**
 * What one of several fits came to, which may diverge while the others do not.
 *
 * @param value null if it diverged
 * @param failure null if it did not diverge
 */
public record Outcome<T>(T value, DivergenceException failure) {
  /** Of a fit that has not diverged. */
  public static <T> Outcome<T> of(T value) {
    return new Outcome<>(value, null);
  }

  /** Of work that may find that its own training has diverged. */
  public static <T> Outcome<T> of(Supplier<T> work) {
    try {
      return of(work.get());
    } catch (DivergenceException e) {
      return new Outcome<>(null, e);
    }
  }

  /** The same with another value, if there is one. */
  public <R> Outcome<R> map(Function<T, R> function) {
    return failure == null ? of(function.apply(value)) : new Outcome<>(null, failure);
  }

  /** The value, or what went wrong is thrown. */
  public T orThrow() {
    if (failure != null) {
      throw failure;
    }
    return value;
  }
}
