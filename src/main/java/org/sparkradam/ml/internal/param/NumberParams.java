package org.sparkradam.ml.internal.param;

import java.io.Serializable;
import java.math.BigDecimal;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.ParamPair;
import org.apache.spark.ml.util.Identifiable;
import org.sparkradam.optim.Require;
import org.sparkradam.optim.RuleSetting;

/**
 * Params of numbers that take numbers of any type, such as an Integer for a double. Spark's own let
 * them in, since Scala's generics hide a param's type from Java and from Python's gateway, and the
 * fit dies of them. A pair that was made by {@code new ParamPair} is past converting: there a value
 * of another type is refused.
 */
public final class NumberParams {
  private NumberParams() {}

  /** A check of {@link Require}, which is told the param's name. */
  @FunctionalInterface
  public interface Range extends Serializable {
    double require(String name, double value);
  }

  /** A setting of update rules. */
  public static DoubleParam real(Identifiable owner, RuleSetting<Double> setting) {
    return real(owner, setting, "");
  }

  /**
   * A setting of update rules.
   *
   * @param more to be said of it
   */
  public static DoubleParam real(Identifiable owner, RuleSetting<Double> setting, String more) {
    return real(
        owner,
        setting.name(),
        setting.doc() + more,
        (name, value) -> setting.read(Double.toString(value)));
  }

  public static DoubleParam real(Identifiable owner, String name, String doc, Range range) {
    return new Real(owner, name, doc, range);
  }

  public static IntParam count(Identifiable owner, String name, String doc, int least) {
    return new Count(owner, name, doc, least);
  }

  public static LongParam largeCount(Identifiable owner, String name, String doc, long least) {
    return new LargeCount(owner, name, doc, least);
  }

  private static final class Real extends DoubleParam {
    private static final long serialVersionUID = 1L;

    Real(Identifiable owner, String name, String doc, Range range) {
      super(
          owner,
          name,
          doc,
          Validator.of(name, Double.class, value -> range.require(name, (double) value)));
    }

    @Override
    public ParamPair<Object> $minus$greater(Object value) {
      return super.$minus$greater(Type.DOUBLE.exactly(name(), value));
    }

    @Override
    public ParamPair<Object> w(Object value) {
      return $minus$greater(value);
    }
  }

  private static final class Count extends IntParam {
    private static final long serialVersionUID = 1L;

    Count(Identifiable owner, String name, String doc, int least) {
      super(
          owner,
          name,
          doc,
          Validator.of(name, Integer.class, value -> Require.atLeast(name, (int) value, least)));
    }

    @Override
    public ParamPair<Object> $minus$greater(Object value) {
      return super.$minus$greater(Type.INT.exactly(name(), value));
    }

    @Override
    public ParamPair<Object> w(Object value) {
      return $minus$greater(value);
    }
  }

  private static final class LargeCount extends LongParam {
    private static final long serialVersionUID = 1L;

    LargeCount(Identifiable owner, String name, String doc, long least) {
      super(
          owner,
          name,
          doc,
          Validator.of(name, Long.class, value -> Require.atLeast(name, (long) value, least)));
    }

    @Override
    public ParamPair<Object> $minus$greater(Object value) {
      return super.$minus$greater(Type.LONG.exactly(name(), value));
    }

    @Override
    public ParamPair<Object> w(Object value) {
      return $minus$greater(value);
    }
  }

  /**
   * The types of numbers that params hold. Each takes numbers of others that are exactly its own.
   */
  enum Type {
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

    Type(Class<? extends Number> type, String title) {
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
}
