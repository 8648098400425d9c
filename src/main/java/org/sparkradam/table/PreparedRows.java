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

/** Gives good rows their final form: label, features, weight, and whether they are test rows. */
record PreparedRows(
    PipelineModel preparation, LabelEncoding label, Optional<String> weight, int dimension) {

  /**
   * Training and test rows by one plan, where the preparation has seen no labels. Those that it has
   * seen must not be given away.
   *
   * @param fold a number for each row
   * @param ofFold the preparation of the training rows of each fold, fitted to the others; or empty
   */
  Dataset<Row> of(Dataset<Row> rows, Column fold, List<PipelineModel> ofFold) {
    if (ofFold.isEmpty()) {
      return of(rows);
    }
    Column isTest = col(TrainTestTables.IS_TEST);
    return IntStream.range(0, ofFold.size())
        .mapToObj(
            k ->
                new PreparedRows(ofFold.get(k), label, weight, dimension)
                    .of(rows.where(functions.not(isTest).and(fold.equalTo(k)))))
        .reduce(Dataset::union)
        .orElseThrow()
        .union(of(rows.where(isTest)));
  }

  private Dataset<Row> of(Dataset<Row> rows) {
    Column labels = label.of(source(label.column()));
    Column weights =
        weight.map(name -> functions.expr(source(name)).cast("double")).orElse(lit(1.0));
    return transformed(rows)
        .select(
            labels.as("label", label.metadata()),
            col(FeaturePipeline.FEATURES).as("features", sizeOnly().toMetadata()),
            weights.as("weight"),
            functions.expr(source(TrainTestTables.IS_TEST)).as(PreparedTable.IS_TEST));
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
