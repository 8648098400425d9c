package org.sparkradam.study.engine;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.regression.LabeledPoint;
import org.apache.spark.mllib.util.MLUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparkradam.study.LabelScale;

/** Rows of a table as MLlib's RDD-based side takes them, with a 1 for the intercept at the end. */
final class Points {
  private Points() {}

  static JavaRDD<LabeledPoint> of(Dataset<Row> rows, LabelScale labels) {
    return rows.select("label", "features")
        .javaRDD()
        .map(
            row -> {
              org.apache.spark.ml.linalg.Vector features = row.getAs(1);
              return new LabeledPoint(
                  labels.standardised(row.getDouble(0)),
                  MLUtils.appendBias(Vectors.fromML(features)));
            });
  }
}
