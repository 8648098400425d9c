package org.sparkradam.ml;

import java.io.Serializable;
import java.util.List;
import scala.runtime.AbstractFunction1;

/**
 * Refuses a param's bad value with a message that says what is allowed, where Spark's own
 * validators only say that the value is bad.
 */
final class Validator<T> extends AbstractFunction1<T, Object> implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Check<T> check;

  /** Throws an {@link IllegalArgumentException} if the value is bad. */
  @FunctionalInterface
  interface Check<T> extends Serializable {
    void accept(T value);
  }

  private Validator(Check<T> check) {
    this.check = check;
  }

  /** Of a number. */
  static Validator<Object> number(Check<Double> check) {
    return new Validator<>(value -> check.accept(((Number) value).doubleValue()));
  }

  /** Of a whole number. */
  static Validator<Object> count(Check<Long> check) {
    return new Validator<>(value -> check.accept(((Number) value).longValue()));
  }

  /** Of anything else. */
  static <T> Validator<T> of(Check<T> check) {
    return new Validator<>(check);
  }

  static Validator<String> text(Check<String> check) {
    return new Validator<>(check);
  }

  /** Of a folder's name. */
  static Validator<String> path(String name) {
    return text(
        value -> {
          if (value.isBlank()) {
            throw new IllegalArgumentException(name + " must be a path, but was empty");
          }
        });
  }

  /** Of a text that must be one of some. */
  static Validator<String> oneOf(String name, List<String> allowed) {
    return text(
        value -> {
          if (!allowed.contains(value)) {
            throw new IllegalArgumentException(
                "%s must be one of %s, but was %s"
                    .formatted(name, String.join(", ", allowed), value));
          }
        });
  }

  @Override
  public Object apply(T value) {
    check.accept(value);
    return true;
  }
}
