package org.sparkradam.optim;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A setting of update rules as users name it: what it is called, what it means, which values are
 * right, and which one counts where none is given. Immutable.
 *
 * @param <T> the type of its values
 */
public final class RuleSetting<T> {
  /** Values that somebody gave to settings. */
  public interface Values {
    /**
     * The value of a setting, its default where none was given.
     *
     * @param <T> of its values
     * @param setting whose value is asked for
     * @return within its range
     */
    <T> T of(RuleSetting<T> setting);
  }

  private final String name;
  private final String doc;
  private final String right;
  private final T otherwise;
  private final Function<String, T> reader;
  private final List<String> choices;

  private RuleSetting(
      String name,
      String doc,
      String right,
      T otherwise,
      Function<String, T> reader,
      List<String> choices) {
    this.choices = choices;
    this.name = name;
    this.doc = doc;
    this.right = right;
    this.otherwise = otherwise;
    this.reader = reader;
  }

  /** A check of {@link Require}, which is told the setting's name. */
  @FunctionalInterface
  public interface Range {
    /**
     * {@return the value}
     *
     * @param name of the setting, for the message
     * @param value to check
     * @throws IllegalArgumentException if it is out of range
     */
    double require(String name, double value);
  }

  /**
   * A number, within a range.
   *
   * @param name as users write it
   * @param otherwise the default
   * @param range what it must be in
   * @param doc one line: what it means, and what is right
   * @return the setting
   */
  public static RuleSetting<Double> number(String name, double otherwise, Range range, String doc) {
    return new RuleSetting<>(
        name,
        doc,
        "a number",
        otherwise,
        text -> range.require(name, Double.parseDouble(text)),
        List.of());
  }

  /**
   * A whole number of at least 0.
   *
   * @param name as users write it
   * @param otherwise the default
   * @param doc one line: what it means, and what is right
   * @return the setting
   */
  public static RuleSetting<Long> count(String name, long otherwise, String doc) {
    return new RuleSetting<>(
        name,
        doc,
        "a whole number of at least 0",
        otherwise,
        text -> {
          long value = Long.parseLong(text);
          if (value < 0) {
            throw new NumberFormatException(text);
          }
          return value;
        },
        List.of());
  }

  /** True or false; false by default. */
  static RuleSetting<Boolean> flag(String name, String doc) {
    return new RuleSetting<>(
        name,
        doc,
        "true or false",
        false,
        text -> {
          if (!text.equals("true") && !text.equals("false")) {
            throw new NumberFormatException(text);
          }
          return Boolean.valueOf(text);
        },
        List.of("true", "false"));
  }

  /** An enum's constants in small letters, with - for _. */
  static <E extends Enum<E>> RuleSetting<E> choice(String name, E otherwise, String doc) {
    Class<E> type = otherwise.getDeclaringClass();
    List<String> choices = Arrays.stream(type.getEnumConstants()).map(RuleSetting::title).toList();
    String titles = String.join(", ", choices);
    return new RuleSetting<>(
        name,
        doc + ": " + titles,
        "one of " + titles,
        otherwise,
        text -> constant(type, text),
        choices);
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String text) {
    try {
      return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw new NumberFormatException(text);
    }
  }

  private static String title(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The same setting of a rule that has another default. */
  public RuleSetting<T> or(T value) {
    return new RuleSetting<>(name, doc, right, value, reader, choices);
  }

  /**
   * As users write it, such as "beta1".
   *
   * @return its name
   */
  public String name() {
    return name;
  }

  /**
   * One line: what it means, and what is right.
   *
   * @return its text
   */
  public String doc() {
    return doc;
  }

  /**
   * All values as users write them; empty where they are numbers.
   *
   * @return in the order of their type
   */
  public List<String> choices() {
    return choices;
  }

  /**
   * What counts where none is given.
   *
   * @return within the range
   */
  public T otherwise() {
    return otherwise;
  }

  /** {@return the default as users write it} */
  public String otherwiseAsText() {
    return otherwise instanceof Enum<?> constant ? title(constant) : String.valueOf(otherwise);
  }

  /**
   * Reads a value.
   *
   * @param text as a user wrote it
   * @return the value, within the range
   * @throws IllegalArgumentException if it is not one of this setting; it names the setting, what
   *     would be right, and the text
   */
  public T read(String text) {
    try {
      return reader.apply(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s must be %s, but is '%s'".formatted(name, right, text), e);
    }
  }
}
