package org.sparkradam.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Gives good rows their final form: label, features, weight, and whether they are test rows.
 *
 * @param columns that features are made of
 */
record PreparedRows(
    FeatureFitting.Fitted features,
    List<InputColumn> columns,
    LabelEncoding label,
    Optional<String> weight,
    int dimension) {
  private static final int LABEL = 0;
  private static final int WEIGHT = 1;
  private static final int IS_TEST = 2;
  private static final int FEATURES = 3;

  /**
   * Training and test rows by one plan, where the preparation has seen no labels. Those that it has
   * seen must not be given away.
   *
   * @param fold a number for each row
   */
  Dataset<Row> of(Dataset<Row> rows, Column fold) {
    PipelineModel all = features.preparation();
    List<PipelineModel> ofFold = features.ofFold();
    if (ofFold.isEmpty()) {
      return FeatureLoop.of(features.plan(), all, columns)
          .map(loop -> byLoop(rows, loop))
          .orElseGet(() -> byStages(rows, all));
    }
    Column isTest = col(TrainTestTables.IS_TEST);
    return IntStream.range(0, ofFold.size())
        .mapToObj(
            k -> byStages(rows.where(functions.not(isTest).and(fold.equalTo(k))), ofFold.get(k)))
        .reduce(Dataset::union)
        .orElseThrow()
        .union(byStages(rows.where(isTest), all));
  }

  private Dataset<Row> byLoop(Dataset<Row> rows, FeatureLoop loop) {
    List<Column> given = new ArrayList<>();
    given.add(label.ofTable().cast("double"));
    given.add(weights(Sql::name));
    given.add(col(TrainTestTables.IS_TEST));
    loop.columns().forEach(given::add);
    // A task would have a loop of its own otherwise, of as many categories as there are.
    Broadcast<FeatureLoop> shared =
        JavaSparkContext.fromSparkContext(rows.sparkSession().sparkContext()).broadcast(loop);
    JavaRDD<Row> prepared =
        rows.select(given.toArray(Column[]::new))
            .queryExecution()
            .toRdd()
            .toJavaRDD()
            .map(
                row ->
                    RowFactory.create(
                        row.getDouble(LABEL),
                        shared.value().features(row, FEATURES),
                        row.getDouble(WEIGHT),
                        row.getBoolean(IS_TEST)));
    StructType schema =
        new StructType()
            .add("label", DataTypes.DoubleType, true, label.metadata())
            .add("features", SQLDataTypes.VectorType(), true, sizeOnly().toMetadata())
            .add("weight", DataTypes.DoubleType)
            .add(PreparedTable.IS_TEST, DataTypes.BooleanType);
    return rows.sparkSession().createDataFrame(prepared, schema);
  }

  private Dataset<Row> byStages(Dataset<Row> rows, PipelineModel preparation) {
    Column labels = label.of(source(label.column()));
    return transformed(rows, preparation)
        .select(
            labels.as("label", label.metadata()),
            col(FeaturePipeline.FEATURES).as("features", sizeOnly().toMetadata()),
            weights(PreparedRows::source).as("weight"),
            functions.expr(source(TrainTestTables.IS_TEST)).as(PreparedTable.IS_TEST));
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
