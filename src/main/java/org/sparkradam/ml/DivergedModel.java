package org.sparkradam.ml;

import org.apache.spark.ml.Model;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stands for the model of a fit that diverged, in a cross-validation that goes on without it. */
final class DivergedModel extends Model<DivergedModel> {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(DivergedModel.class);

  private final transient IllegalStateException failure;

  private DivergedModel(IllegalStateException failure) {
    this.failure = failure;
  }

  @SuppressWarnings("unchecked") // for callers that know no more than that it is a model
  static <M extends Model<M>> M of(IllegalStateException failure) {
    LOG.warn("{}; it has the worst of all metrics", failure.getMessage());
    return (M) (Model<?>) new DivergedModel(failure);
  }

  IllegalStateException failure() {
    return failure;
  }

  /** A table without columns, which no other model gives. */
  @Override
  public Dataset<Row> transform(Dataset<?> table) {
    return table.sparkSession().emptyDataFrame();
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return schema;
  }

  @Override
  public DivergedModel copy(ParamMap extra) {
    return this;
  }

  @Override
  public String uid() {
    return "diverged"; // nobody sees it
  }

  /**
   * Averages with the worst of numbers in place of infinity, which Spark saves, but cannot load.
   *
   * @param metrics changed in place
   */
  static void settle(double[] metrics) {
    for (int i = 0; i < metrics.length; i++) {
      metrics[i] = Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, metrics[i]));
    }
  }

  /** An evaluator's judgement, and for what has diverged the worst there is. */
  static final class Worst extends Evaluator {
    private static final long serialVersionUID = 1L;

    private final transient Evaluator evaluator;

    Worst(Evaluator evaluator) {
      this.evaluator = evaluator;
    }

    @Override
    public double evaluate(Dataset<?> table) {
      if (table.columns().length > 0) {
        return evaluator.evaluate(table);
      }
      return isLargerBetter() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    @Override
    public boolean isLargerBetter() {
      return evaluator.isLargerBetter();
    }

    @Override
    public Evaluator copy(ParamMap extra) {
      return evaluator.copy(extra);
    }

    @Override
    public String uid() {
      return evaluator.uid();
    }
  }
}
