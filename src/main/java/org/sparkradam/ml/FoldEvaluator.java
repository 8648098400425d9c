package org.sparkradam.ml;

import java.util.Optional;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;

/**
 * Stands for an evaluator in Spark's own cross-validation: says the same, of binary scores sooner,
 * and of what a {@link DivergedModel} gives the worst there is.
 */
final class FoldEvaluator extends Evaluator {
  private static final long serialVersionUID = 1L;

  private final transient Evaluator evaluator;

  FoldEvaluator(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  @Override
  public double evaluate(Dataset<?> scored) {
    if (DivergedModel.isOf(scored)) {
      return isLargerBetter() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return evaluator.getClass() == BinaryClassificationEvaluator.class
        ? evaluate((BinaryClassificationEvaluator) evaluator, scored)
        : evaluator.evaluate(scored);
  }

  private static double evaluate(BinaryClassificationEvaluator binary, Dataset<?> scored) {
    Optional<BinnedScores> scores = BinnedScores.of(binary, scored);
    return scores.isPresent()
        ? scores.get().metric(binary, scored.sparkSession())
        : binary.evaluate(scored);
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
