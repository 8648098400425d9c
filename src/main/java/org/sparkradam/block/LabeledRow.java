package org.sparkradam.block;

import java.io.Serializable;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * A row as ingest takes it.
 *
 * @param label any number; what it means is the loss's affair
 * @param weight the row's share in sums, 1 if all count alike
 * @param features as many as in every other row, dense or sparse, which makes no difference
 */
public record LabeledRow(double label, double weight, Vector features) implements Serializable {
  /**
   * The rows of a table with numeric columns {@code label} and, if it is there, {@code weight}, and
   * a vector column {@code features}. None may be null.
   */
  public static JavaRDD<LabeledRow> of(Dataset<Row> table) {
    boolean weighted = table.schema().getFieldIndex("weight").isDefined();
    return table
        .select(
            functions.col("label").cast("double"),
            weighted ? functions.col("weight").cast("double") : functions.lit(1.0),
            functions.col("features"))
        .javaRDD()
        .map(row -> new LabeledRow(row.getDouble(0), row.getDouble(1), row.getAs(2)));
  }

  /**
   * 16 hexadecimal digits that tell tables apart, whatever the order of their rows: those of {@link
   * ShuffledBlocks#fingerprint}. Reads the rows once.
   *
   * @throws IllegalArgumentException if there are no rows, or rows of different lengths
   */
  public static String fingerprint(JavaRDD<LabeledRow> rows) {
    return RowStatistics.of(rows).fingerprint();
  }
}
