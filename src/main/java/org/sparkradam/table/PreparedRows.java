package org.sparkradam.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.sparkradam.table.column.Sql;
import org.sparkradam.table.feature.FeatureLoop;
import org.sparkradam.table.feature.FeaturePipeline;
import org.sparkradam.table.feature.FittedFeatures;
import org.sparkradam.table.feature.InputColumn;
import org.sparkradam.table.feature.SqlStages;
import org.sparkradam.table.profile.HeldColumns;
import org.sparkradam.table.profile.LabelEncoding;
import org.sparkradam.table.profile.PackedNumbers;

/**
 * Gives good rows their final form: label, features, weight, and whether they are test rows.
 *
 * @param columns that features are made of
 */
record PreparedRows(
    FittedFeatures features,
    List<InputColumn> columns,
    LabelEncoding label,
    Optional<String> weight,
    int dimension) {

  /**
   * Training and test rows by one plan, where the preparation has seen no labels. Those that it has
   * seen must not be given away.
   *
   * @param held rows as they are held
   * @param fold a number for each row
   */
  Dataset<Row> of(Dataset<Row> held, Column fold) {
    PipelineModel all = features.preparation();
    List<PipelineModel> ofFold = features.ofFold();
    if (ofFold.isEmpty()) {
      return FeatureLoop.of(features.plan(), all, columns)
          .map(loop -> byLoop(held, loop))
          .orElseGet(() -> byStages(PackedNumbers.unpacked(held), all));
    }
    Dataset<Row> rows = PackedNumbers.unpacked(held);
    Column isTest = col(HeldColumns.IS_TEST);
    return IntStream.range(0, ofFold.size())
        .mapToObj(
            k -> byStages(rows.where(functions.not(isTest).and(fold.equalTo(k))), ofFold.get(k)))
        .reduce(Dataset::union)
        .orElseThrow()
        .union(byStages(rows.where(isTest), all));
  }

  /** As a column like any other, which who wants labels or some rows only does not pay for. */
  private Dataset<Row> byLoop(Dataset<Row> rows, FeatureLoop loop) {
    return rows.select(
        label.ofTable().as("label", label.metadata()),
        loop.of(rows).as("features", sizeOnly().toMetadata()),
        weights(Sql::name).as("weight"),
        col(HeldColumns.IS_TEST).as(PreparedTable.IS_TEST));
  }

  private Dataset<Row> byStages(Dataset<Row> rows, PipelineModel preparation) {
    Column labels = label.of(source(label.column()));
    return transformed(rows, preparation)
        .select(
            labels.as("label", label.metadata()),
            col(FeaturePipeline.FEATURES).as("features", sizeOnly().toMetadata()),
            weights(PreparedRows::source).as("weight"),
            functions.expr(source(HeldColumns.IS_TEST)).as(PreparedTable.IS_TEST));
  }

  /**
   * By stage after stage: a pipeline asks each for its schema before, which plans every statement a
   * second time, and where columns are thousands a plan takes seconds.
   */
  private static Dataset<Row> transformed(Dataset<Row> rows, PipelineModel preparation) {
    Dataset<Row> transformed = rows;
    for (Transformer stage : SqlStages.joined(List.of(preparation.stages()))) {
      transformed = stage.transform(transformed);
    }
    return transformed;
  }

  /**
   * @param path of a column, as SQL
   */
  private Column weights(UnaryOperator<String> path) {
    return weight.map(name -> functions.expr(path.apply(name)).cast("double")).orElse(lit(1.0));
  }

  /** Names of a hundred thousand hash buckets would weigh on every query plan. */
  private AttributeGroup sizeOnly() {
    return new AttributeGroup("features", dimension);
  }

  private static String source(String column) {
    return FeaturePipeline.SOURCE + "." + Sql.name(column);
  }
}
