package org.sparkradam.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Gives good rows their final form: label, features, weight. */
record PreparedRows(
    PipelineModel preparation, LabelEncoding label, Optional<String> weight, int dimension) {

  /** The rows of both sides. */
  record Sides(Dataset<Row> training, Dataset<Row> test) {}

  /**
   * Both sides of marked rows at once: where columns are many, the statements of the preparation
   * take Spark seconds to understand.
   */
  Sides ofBoth(Dataset<Row> marked) {
    Dataset<Row> both = withMark(marked);
    Column isTest = col(TwoTables.IS_TEST);
    return new Sides(
        both.where(not(isTest)).drop(TwoTables.IS_TEST),
        both.where(isTest).drop(TwoTables.IS_TEST));
  }

  /**
   * The same where the labels of the training rows must not be given away.
   *
   * @param fold a number for each row
   * @param ofFold the preparation of the training rows of each fold, fitted to the others
   */
  Sides ofBoth(Dataset<Row> marked, Column fold, List<PipelineModel> ofFold) {
    Dataset<Row> training =
        IntStream.range(0, ofFold.size())
            .mapToObj(
                k ->
                    new PreparedRows(ofFold.get(k), label, weight, dimension)
                        .ofBoth(marked.where(fold.equalTo(k)))
                        .training())
            .reduce(Dataset::union)
            .orElseThrow();
    return new Sides(training, ofBoth(marked).test());
  }

  private Dataset<Row> withMark(Dataset<Row> rows) {
    Column labels = label.of(source(label.column()));
    Column weights =
        weight.map(name -> functions.expr(source(name)).cast("double")).orElse(lit(1.0));
    return preparation
        .transform(rows)
        .select(
            labels.as("label", label.metadata()),
            col(FeaturePipeline.FEATURES).as("features", sizeOnly().toMetadata()),
            weights.as("weight"),
            functions.expr(source(TwoTables.IS_TEST)).as(TwoTables.IS_TEST));
  }

  /** Names of a hundred thousand hash buckets would weigh on every query plan. */
  private AttributeGroup sizeOnly() {
    return new AttributeGroup("features", dimension);
  }

  private static String source(String column) {
    return FeaturePipeline.SOURCE + "." + Sql.name(column);
  }
}
