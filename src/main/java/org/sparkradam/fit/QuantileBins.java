package org.sparkradam.fit;

import static org.apache.spark.sql.functions.col;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.feature.QuantileDiscretizer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Aggregates of rows in bins of about as many rows each. */
final class QuantileBins {
  private static final String BIN = "bin";

  private QuantileBins() {}

  /**
   * The bins in ascending order, fewer where many values are alike.
   *
   * @param by the column whose quantiles part the bins
   * @param aggregates as SQL, in the order of the fields of the answer
   */
  static List<Row> of(Dataset<Row> rows, String by, int bins, String... aggregates) {
    Column[] columns = Stream.of(aggregates).map(functions::expr).toArray(Column[]::new);
    Dataset<Row> binned =
        new QuantileDiscretizer()
            .setInputCol(by)
            .setOutputCol(BIN)
            .setNumBuckets(bins)
            .fit(rows)
            .transform(rows);
    return binned
        .groupBy(BIN)
        .agg(columns[0], Arrays.copyOfRange(columns, 1, columns.length))
        .orderBy(BIN)
        .drop(col(BIN))
        .collectAsList();
  }
}
