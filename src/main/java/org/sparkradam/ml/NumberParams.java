package org.sparkradam.ml;

import java.io.Serializable;
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
final class NumberParams {
  private NumberParams() {}

  /** A check of {@link Require}, which is told the param's name. */
  @FunctionalInterface
  interface Range extends Serializable {
    double require(String name, double value);
  }

  /** A setting of update rules. */
  static DoubleParam real(Identifiable owner, RuleSetting<Double> setting) {
    return real(owner, setting, "");
  }

  /**
   * A setting of update rules.
   *
   * @param more to be said of it
   */
  static DoubleParam real(Identifiable owner, RuleSetting<Double> setting, String more) {
    return real(
        owner,
        setting.name(),
        setting.doc() + more,
        (name, value) -> setting.read(Double.toString(value)));
  }

  static DoubleParam real(Identifiable owner, String name, String doc, Range range) {
    return new Real(owner, name, doc, range);
  }

  static IntParam count(Identifiable owner, String name, String doc, int least) {
    return new Count(owner, name, doc, least);
  }

  static LongParam largeCount(Identifiable owner, String name, String doc, long least) {
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
      return super.$minus$greater(NumberType.DOUBLE.exactly(name(), value));
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
      return super.$minus$greater(NumberType.INT.exactly(name(), value));
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
      return super.$minus$greater(NumberType.LONG.exactly(name(), value));
    }

    @Override
    public ParamPair<Object> w(Object value) {
      return $minus$greater(value);
    }
  }
}
