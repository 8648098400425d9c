package org.sparkradam.ml.internal.param;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.param.DoubleArrayParam;
import org.apache.spark.ml.param.IntArrayParam;
import org.apache.spark.ml.param.ParamPair;
import org.apache.spark.ml.param.Params;

/**
 * Params of arrays of numbers. Their {@code w}, by which Python sets them, takes numbers of any
 * type; {@code set} refuses other arrays and lists by name, since Java cannot override what Spark
 * calls there.
 */
public final class ArrayParams {
  private ArrayParams() {}

  public static DoubleArrayParam reals(
      Params owner, String name, String doc, Validator.Check<double[]> check) {
    return new Reals(owner, name, doc, check);
  }

  public static IntArrayParam counts(
      Params owner, String name, String doc, Validator.Check<int[]> check) {
    return new Counts(owner, name, doc, check);
  }

  private static final class Reals extends DoubleArrayParam {
    private static final long serialVersionUID = 1L;

    Reals(Params owner, String name, String doc, Validator.Check<double[]> check) {
      super(owner, name, doc, Validator.of(name, double[].class, check));
    }

    @Override
    public ParamPair<double[]> w(List<Double> values) {
      return $minus$greater(
          exactly(NumberParams.Type.DOUBLE, name(), values)
              .mapToDouble(Number::doubleValue)
              .toArray());
    }
  }

  private static final class Counts extends IntArrayParam {
    private static final long serialVersionUID = 1L;

    Counts(Params owner, String name, String doc, Validator.Check<int[]> check) {
      super(owner, name, doc, Validator.of(name, int[].class, check));
    }

    @Override
    public ParamPair<int[]> w(List<Integer> values) {
      return $minus$greater(
          exactly(NumberParams.Type.INT, name(), values).mapToInt(Number::intValue).toArray());
    }
  }

  // No element may be touched as what the list says that it is.
  private static Stream<Number> exactly(NumberParams.Type type, String name, List<?> values) {
    return values.stream().map(value -> type.exactly("each of " + name, value));
  }
}
