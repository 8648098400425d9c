package org.sparkradam.loss.kernel;

/** Checks of shapes; each refusal names what is wrong, its value, and what would be right. */
public final class Check {
  private Check() {}

  /** The value, which must not be below a minimum. */
  public static int atLeast(String name, int value, int minimum) {
    if (value < minimum) {
      throw refusal(name, value, "at least " + minimum);
    }
    return value;
  }

  /** A number of weights, which an array has to hold. */
  public static int count(long weights) {
    if (weights < 1 || weights > Integer.MAX_VALUE - 8) {
      throw refusal("number of weights", weights, "from 1 to " + (Integer.MAX_VALUE - 8));
    }
    return (int) weights;
  }

  /** Refuses a value that is not the right one. */
  public static void equal(String name, long value, long right) {
    if (value != right) {
      throw refusal(name, value, Long.toString(right));
    }
  }

  /** What is thrown at a value that is not as it should be. */
  public static IllegalArgumentException refusal(String name, Object value, String right) {
    return new IllegalArgumentException(name + " must be " + right + ", but was " + value);
  }
}
