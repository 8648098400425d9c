package org.sparkradam.optim;

/**
 * Checks of single settings, so that a setter can refuse at once what a rule would refuse later.
 *
 * <p>Each returns the value it was given, or throws an {@link IllegalArgumentException} that names
 * the setting, the value and the allowed range. NaN lies in no range.
 */
public final class Require {
  private Require() {}

  /**
   * Any number, infinities included.
   *
   * @param name of the setting, for the message
   * @param value to check
   * @return the value
   */
  public static double number(String name, double value) {
    return check(!Double.isNaN(value), name, value, "a number");
  }

  /**
   * A decay such as β1, β2 or a momentum: in [0, 1).
   *
   * @param name of the setting, for the message
   * @param value to check
   * @return the value
   */
  public static double decay(String name, double value) {
    return check(value >= 0 && value < 1, name, value, "in [0, 1)");
  }

  /**
   * A fraction, both ends included: in [0, 1].
   *
   * @param name of the setting, for the message
   * @param value to check
   * @return the value
   */
  public static double fraction(String name, double value) {
    return check(value >= 0 && value <= 1, name, value, "in [0, 1]");
  }

  /**
   * A learning rate, ε or bound: above 0 and finite.
   *
   * @param name of the setting, for the message
   * @param value to check
   * @return the value
   */
  public static double positive(String name, double value) {
    return check(value > 0 && value < Double.POSITIVE_INFINITY, name, value, "above 0 and finite");
  }

  /**
   * A strength: at least 0 and finite.
   *
   * @param name of the setting, for the message
   * @param value to check
   * @return the value
   */
  public static double nonNegative(String name, double value) {
    return check(
        value >= 0 && value < Double.POSITIVE_INFINITY, name, value, "at least 0 and finite");
  }

  /**
   * A threshold on ρ_t: at least {@code minimum} and finite.
   *
   * @param name of the setting, for the message
   * @param value to check
   * @param minimum the least that is right
   * @return the value
   */
  public static double atLeast(String name, double value, double minimum) {
    boolean inside = value >= minimum && value < Double.POSITIVE_INFINITY;
    return check(inside, name, value, "at least " + minimum + " and finite");
  }

  /**
   * A count: at least {@code minimum}.
   *
   * @param name of the setting, for the message
   * @param value to check
   * @param minimum the least that is right
   * @return the value
   */
  public static long atLeast(String name, long value, long minimum) {
    if (value < minimum) {
      throw refusal(name, value, "at least " + minimum);
    }
    return value;
  }

  /**
   * Anything but null.
   *
   * @param <T> of the value
   * @param name of the setting, for the message
   * @param value to check
   * @return the value
   */
  public static <T> T notNull(String name, T value) {
    if (value == null) {
      throw refusal(name, null, "given");
    }
    return value;
  }

  /** An exception that says which setting was refused, its value, and what would be right. */
  static IllegalArgumentException refusal(String name, Object value, String right) {
    return new IllegalArgumentException(name + " must be " + right + ", but was " + value);
  }

  private static double check(boolean inside, String name, double value, String range) {
    if (!inside) {
      throw refusal(name, value, range);
    }
    return value;
  }
}
