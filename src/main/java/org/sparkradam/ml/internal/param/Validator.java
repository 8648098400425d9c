package org.sparkradam.ml.internal.param;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import scala.runtime.AbstractFunction1;

/**
 * Refuses a param's bad value with a message that says what is allowed, where Spark's own
 * validators only say that the value is bad. A value may be of any type: Scala's generics let all
 * pass.
 */
public final class Validator<T> extends AbstractFunction1<T, Object> implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final Class<? extends T> type;
  private final Check<T> check;

  /** Throws an {@link IllegalArgumentException} if the value is bad. */
  @FunctionalInterface
  public interface Check<T> extends Serializable {
    void accept(T value);
  }

  private Validator(String name, Class<? extends T> type, Check<T> check) {
    this.name = name;
    this.type = type;
    this.check = check;
  }

  /** Of a value of that type which passes a check. */
  public static <T> Validator<T> of(String name, Class<? extends T> type, Check<T> check) {
    return new Validator<>(name, type, check);
  }

  /** Of any value of that type. */
  public static <T> Validator<T> of(String name, Class<? extends T> type) {
    return of(name, type, any -> {});
  }

  public static Validator<String> text(String name, Check<String> check) {
    return of(name, String.class, check);
  }

  /** Of a folder's name. */
  public static Validator<String> path(String name) {
    return text(
        name,
        value -> {
          if (value.isBlank()) {
            throw new IllegalArgumentException(name + " must be a path, but was empty");
          }
        });
  }

  /** Of a text that must be one of some. */
  public static Validator<String> oneOf(String name, List<String> allowed) {
    return text(
        name,
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
    if (!type.isInstance(value)) {
      throw refusal(name, "of type " + type.getSimpleName(), value);
    }
    check.accept(value);
    return true;
  }

  /** An exception that says what would be right, and of what type the value was. */
  public static IllegalArgumentException refusal(String name, String right, Object value) {
    String type = value == null ? "" : " of type " + value.getClass().getSimpleName();
    return new IllegalArgumentException(
        "%s must be %s, but was %s%s".formatted(name, right, text(value), type));
  }

  private static String text(Object value) {
    String inBrackets = Arrays.deepToString(new Object[] {value}); // an array's own text is a hash
    return inBrackets.substring(1, inBrackets.length() - 1);
  }
}
