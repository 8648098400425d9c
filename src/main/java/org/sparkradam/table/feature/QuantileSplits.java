package org.sparkradam.table.feature;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.posexplode;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Finds the ranges of numbers that hold about as many rows each, in one job: exact to the digits of
 * a float, whatever the order of the rows, on which Spark's approximate quantiles depend.
 */
final class QuantileSplits {
  private QuantileSplits() {}

  /**
   * The bounds of each column's ranges, from one infinity to the other.
   *
   * @param columns of numbers; those that are missing or none are in no range
   * @param buckets how many ranges each has at most
   */
  static double[][] of(Dataset<Row> rows, List<String> columns, List<Integer> buckets) {
    Column[] values =
        columns.stream()
            .map(c -> expr("CAST(%s AS FLOAT)".formatted(DerivedCategory.orNull(c))))
            .toArray(Column[]::new);
    List<Integer> wanted = buckets.stream().distinct().toList();
    Column[] quantiles = wanted.stream().map(QuantileSplits::quantiles).toArray(Column[]::new);
    double[][] splits = new double[columns.size()][];
    Arrays.fill(splits, bounds(List.of()));
    rows.select(posexplode(array(values)).as(new String[] {"position", "value"}))
        .where("value IS NOT NULL")
        .groupBy("position")
        .agg(quantiles[0], Arrays.copyOfRange(quantiles, 1, quantiles.length))
        .collectAsList()
        .forEach(
            row -> {
              int which = wanted.indexOf(buckets.get(row.getInt(0)));
              splits[row.getInt(0)] = bounds(row.getList(1 + which));
            });
    return splits;
  }

  private static Column quantiles(int buckets) {
    String shares =
        IntStream.range(1, buckets)
            .mapToObj(i -> (double) i / buckets + "D")
            .collect(joining(", "));
    return expr("percentile(value, array(" + shares + "))");
  }

  private static double[] bounds(List<Double> quantiles) {
    return Stream.of(
            DoubleStream.of(Double.NEGATIVE_INFINITY),
            quantiles.stream().mapToDouble(q -> q.floatValue()).distinct().sorted(),
            DoubleStream.of(Double.POSITIVE_INFINITY))
        .flatMapToDouble(some -> some)
        .toArray();
  }
}
