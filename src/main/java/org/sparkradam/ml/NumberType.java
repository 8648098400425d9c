package org.sparkradam.ml;

import java.math.BigDecimal;

/** The types of numbers that params hold. Each takes numbers of others that are exactly its own. */
enum NumberType {
  DOUBLE(Double.class, "a number that a double holds exactly") {
    @Override
    Number of(BigDecimal number) {
      double nearest = number.doubleValue();
      if (new BigDecimal(nearest).compareTo(number) != 0) {
        throw new ArithmeticException("rounded");
      }
      return nearest;
    }
  },

  INT(Integer.class, "a whole number that an int holds") {
    @Override
    Number of(BigDecimal number) {
      return number.intValueExact();
    }
  },

  LONG(Long.class, "a whole number that a long holds") {
    @Override
    Number of(BigDecimal number) {
      return number.longValueExact();
    }
  };

  private final Class<? extends Number> type;
  private final String title;

  NumberType(Class<? extends Number> type, String title) {
    this.type = type;
    this.title = title;
  }

  /** Throws an {@link ArithmeticException} or a {@link NumberFormatException} if it cannot. */
  abstract Number of(BigDecimal number);

  /**
   * The same number as this type has it.
   *
   * @param name of the param
   * @throws IllegalArgumentException if the value is no number, or one that this type cannot hold
   */
  Number exactly(String name, Object value) {
    if (type.isInstance(value)) {
      return type.cast(value); // NaN and infinities are doubles, too
    }
    if (value instanceof Number number) {
      try {
        return of(exact(number));
      } catch (ArithmeticException | NumberFormatException e) {
        // refused below, as what is no number
      }
    }
    throw Validator.refusal(name, title, value);
  }

  // A double's text is shorter than the number that it is; other numbers' texts say all.
  private static BigDecimal exact(Number number) {
    return number instanceof Double || number instanceof Float
        ? new BigDecimal(number.doubleValue())
        : new BigDecimal(number.toString());
  }
}
