package org.sparkradam.loss;

/** Checks of shapes; each refusal names what is wrong, its value, and what would be right. */
final class Check {
  private Check() {}

  static int atLeast(String name, int value, int minimum) {
    if (value < minimum) {
      throw refusal(name, value, "at least " + minimum);
    }
    return value;
  }

  /** A number of weights, which an array has to hold. */
  static int count(long weights) {
    if (weights < 1 || weights > Integer.MAX_VALUE - 8) {
      throw refusal("number of weights", weights, "from 1 to " + (Integer.MAX_VALUE - 8));
    }
    return (int) weights;
  }

  static void equal(String name, long value, long right) {
    if (value != right) {
      throw refusal(name, value, Long.toString(right));
    }
  }

  static IllegalArgumentException refusal(String name, Object value, String right) {
    return new IllegalArgumentException(name + " must be " + right + ", but was " + value);
  }
}
