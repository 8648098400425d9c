package org.sparkradam.ml;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparkradam.block.IngestSettings;
import org.sparkradam.block.LabeledRow;
import org.sparkradam.block.ShuffledBlocks;

/** A table that has been checked, and how it becomes standardised blocks. */
record TrainingRows(JavaRDD<Row> source, TableFacts facts) {
  /**
   * Reads the table once.
   *
   * @throws IllegalArgumentException if it cannot be trained on
   */
  static TrainingRows of(Dataset<?> table, TrainingColumns columns) {
    JavaRDD<Row> source = columns.select(table);
    return new TrainingRows(source, TableFacts.of(source, columns));
  }

  /**
   * Features scaled by 1/σ and labels divided by a scale, shuffled and cached: the caller closes
   * them.
   */
  ShuffledBlocks standardised(MiniBatchStage stage, double labelScale) {
    return scaled(stage, facts.featureMoments().scale(), labelScale);
  }

  /**
   * Features multiplied by their scale and labels divided by one, shuffled and cached: the caller
   * closes them.
   */
  ShuffledBlocks scaled(MiniBatchStage stage, double[] featureScale, double labelScale) {
    BudgetParams params = stage.stageParams().budget;
    IngestSettings scaled =
        IngestSettings.of(ParamValue.of(stage, params.seed)).withScale(featureScale);
    IngestSettings settings =
        ParamValue.<Integer>ifDefined(stage, params.numPartitions)
            .map(scaled::withChunks)
            .orElse(scaled);
    return ShuffledBlocks.ingest(source.map(row -> scaled(row, labelScale)), settings);
  }

  private static LabeledRow scaled(Row row, double labelScale) {
    LabeledRow raw = TrainingColumns.labeled(row);
    return new LabeledRow(raw.label() / labelScale, raw.weight(), raw.features());
  }
}
