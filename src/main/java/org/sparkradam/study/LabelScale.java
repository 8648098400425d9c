package org.sparkradam.study;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.stddev_pop;

import java.io.Serializable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparkradam.fit.model.ModelSpec;
import org.sparkradam.train.evaluation.Evaluation;

/**
 * How labels are standardised for training: a regression's label of any unit then suits the same
 * learning rates. Losses and errors are reported in the label's own unit.
 */
public record LabelScale(double mean, double deviation) implements Serializable {
  /** Labels of classes stay as they are. */
  public static final LabelScale NONE = new LabelScale(0, 1);

  /** That of the training labels where the model predicts numbers, else {@link #NONE}. */
  public static LabelScale of(ModelSpec model, Dataset<Row> training) {
    return model.lossName().isInSquaredUnit() ? of(training) : NONE;
  }

  /** Mean and deviation of the training labels; a constant label keeps its scale. */
  public static LabelScale of(Dataset<Row> training) {
    Row row = training.agg(avg("label"), stddev_pop("label")).first();
    double deviation = row.getDouble(1);
    return new LabelScale(row.getDouble(0), deviation > 0 ? deviation : 1);
  }

  public double standardised(double label) {
    return (label - mean) / deviation;
  }

  /** An evaluation on standardised labels, in the label's own unit. */
  public Evaluation restored(Evaluation evaluation) {
    return new Evaluation(
        evaluation.loss() * deviation * deviation, evaluation.metric() * deviation);
  }
}
