package org.sparkradam.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.mllib.regression.LabeledPoint;
import org.apache.spark.storage.StorageLevel;

/**
 * Measures trained trials: final weights on all rows, the points of the curves on a sample.
 *
 * @param training all training rows, labels standardised
 * @param test all test rows, labels standardised
 */
record ComparisonMeasurement(
    Evaluator evaluator,
    LabelScale labels,
    JavaRDD<LabeledPoint> training,
    JavaRDD<LabeledPoint> test,
    long trainingRows,
    long testRows) {
  /** Rows that the curves are drawn from: the error of a mean over so many does not show. */
  static final int CURVE_ROWS = 50_000;

  private static final Evaluation NONE = new Evaluation(Double.NaN, Double.NaN);

  List<TrialOutcome> outcomes(List<TrialRun> runs) {
    List<double[]> last = runs.stream().map(run -> run.last().weights()).toList();
    List<double[]> all =
        runs.stream().flatMap(run -> run.snapshots().stream()).map(Snapshot::weights).toList();
    Iterator<Evaluation> lastTraining = evaluate(training, last).iterator();
    Iterator<Evaluation> lastTest = evaluate(test, last).iterator();
    Iterator<Evaluation> curveTraining = evaluateSample(training, trainingRows, all).iterator();
    Iterator<Evaluation> curveTest = evaluateSample(test, testRows, all).iterator();
    List<TrialOutcome> outcomes = new ArrayList<>();
    for (TrialRun run : runs) {
      List<CurvePoint> curve =
          run.snapshots().stream()
              .map(snapshot -> point(run, snapshot, curveTraining.next(), curveTest.next()))
              .toList();
      outcomes.add(new TrialOutcome(run, lastTraining.next(), lastTest.next(), curve));
    }
    return outcomes;
  }

  ComparisonResult.Optimum optimum(ReferenceOptimum.Result reference) {
    List<double[]> weights = List.of(reference.weights());
    return new ComparisonResult.Optimum(
        evaluate(training, weights).get(0),
        evaluate(test, weights).get(0),
        evaluateSample(training, trainingRows, weights).get(0).loss(),
        reference.iterations(),
        reference.seconds());
  }

  private CurvePoint point(TrialRun run, Snapshot at, Evaluation training, Evaluation test) {
    double rowsSeen = run.rowsSeen(at);
    return new CurvePoint(
        at.step(), rowsSeen / trainingRows, rowsSeen, at.seconds(), training, test);
  }

  private List<Evaluation> evaluateSample(
      JavaRDD<LabeledPoint> rows, long count, List<double[]> weights) {
    if (count <= CURVE_ROWS) {
      return evaluate(rows, weights);
    }
    JavaRDD<LabeledPoint> sample =
        rows.sample(false, (double) CURVE_ROWS / count, 1).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      return evaluate(sample, weights);
    } finally {
      sample.unpersist(false);
    }
  }

  /** One evaluation a weight vector; NaN for weights that are not finite. */
  private List<Evaluation> evaluate(JavaRDD<LabeledPoint> rows, List<double[]> weights) {
    List<double[]> finite = weights.stream().filter(ComparisonMeasurement::isFinite).toList();
    Iterator<Evaluation> evaluations = evaluator.evaluate(rows, finite).iterator();
    return weights.stream()
        .map(w -> isFinite(w) ? labels.restored(evaluations.next()) : NONE)
        .toList();
  }

  private static boolean isFinite(double[] weights) {
    return Arrays.stream(weights).allMatch(Double::isFinite);
  }
}
