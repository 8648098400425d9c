package org.sparkradam.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Gives good rows their final form: label, features, weight. */
record PreparedRows(
    PipelineModel preparation, LabelEncoding label, Optional<String> weight, int dimension) {

  /**
   * Rows whose labels the preparation has seen, and must not give away.
   *
   * @param fold a number for each row
   * @param ofFold the preparation of the rows of each fold, fitted to the others
   */
  Dataset<Row> ofFolds(Dataset<Row> rows, Column fold, List<PipelineModel> ofFold) {
    return IntStream.range(0, ofFold.size())
        .mapToObj(
            k ->
                new PreparedRows(ofFold.get(k), label, weight, dimension)
                    .of(rows.where(fold.equalTo(k))))
        .reduce(Dataset::union)
        .orElseGet(() -> of(rows));
  }

  Dataset<Row> of(Dataset<Row> rows) {
    Column labels = label.of(source(label.column()));
    Column weights =
        weight.map(name -> functions.expr(source(name)).cast("double")).orElse(lit(1.0));
    return transformed(rows)
        .select(
            labels.as("label", label.metadata()),
            col(FeaturePipeline.FEATURES).as("features", sizeOnly().toMetadata()),
            weights.as("weight"));
  }

  /**
   * By stage after stage: a pipeline asks each for its schema before, which plans every statement a
   * second time, and where columns are thousands a plan takes seconds.
   */
  private Dataset<Row> transformed(Dataset<Row> rows) {
    Dataset<Row> transformed = rows;
    for (Transformer stage : SqlStages.joined(List.of(preparation.stages()))) {
      transformed = stage.transform(transformed);
    }
    return transformed;
  }

  /** Names of a hundred thousand hash buckets would weigh on every query plan. */
  private AttributeGroup sizeOnly() {
    return new AttributeGroup("features", dimension);
  }

  private static String source(String column) {
    return FeaturePipeline.SOURCE + "." + Sql.name(column);
  }
}
