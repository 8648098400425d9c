package org.sparkradam.table.synthetic;

import java.io.Serializable;
import java.util.Arrays;

/**
 * All that is drawn once for a table: columns, coefficients, intercepts. Derived from the spec
 * alone, on the driver, and sent to the executors.
 */
record GroundTruth(SyntheticSpec spec, TableColumns columns, Signal signal, LabelLaw labels)
    implements Serializable {

  static GroundTruth of(SyntheticSpec spec) {
    RowRandom random = new RowRandom().restart(spec.seed(), Long.MIN_VALUE);
    TableColumns columns = TableColumns.of(spec, random);
    Signal signal = Signal.draw(columns, spec, random);
    return new GroundTruth(spec, columns, signal, labels(spec, columns, signal));
  }

  private static LabelLaw labels(SyntheticSpec spec, TableColumns columns, Signal signal) {
    if (spec.target() instanceof Target.Classes classes) {
      double[] intercepts = Calibration.intercepts(columns, signal, classes, spec.seed());
      return new LabelLaw.Classes(intercepts, classes.labelNoise());
    }
    return new LabelLaw.Regression(((Target.Regression) spec.target()).noise());
  }

  /**
   * Intercepts that give each class its share of the rows.
   *
   * <p>Found on 20,000 rows of the same generator that belong to no table (their numbers are
   * negative), by adding to each intercept, again and again, the logarithm of the share asked over
   * the share had. That is iterative scaling: it always converges.
   */
  private static final class Calibration {
    private static final int ROWS = 20_000;
    private static final int MOST_ROUNDS = 1_000;

    private final Target.Classes target;
    private final double[][] scores;

    private Calibration(Target.Classes target, double[][] scores) {
      this.target = target;
      this.scores = scores;
    }

    static double[] intercepts(
        TableColumns columns, Signal signal, Target.Classes target, long seed) {
      RowFeatures row = new RowFeatures(columns, signal, target.scores());
      double[][] scores = new double[ROWS][];
      for (int i = 0; i < ROWS; i++) {
        row.draw(new RowRandom().restart(seed, -1 - i), (i + 0.5) / ROWS);
        scores[i] = row.scores().clone();
      }
      return new Calibration(target, scores).solve();
    }

    private double[] solve() {
      double[] intercepts = new double[target.scores()];
      double change = 1;
      for (int round = 0; round < MOST_ROUNDS && change > 1e-9; round++) {
        double[] shares = shares(intercepts);
        change = 0;
        for (int k = 0; k < intercepts.length; k++) {
          double step = step(shares, k + 1) - step(shares, 0);
          intercepts[k] += step;
          change = Math.max(change, Math.abs(step));
        }
      }
      return intercepts;
    }

    private double step(double[] shares, int label) {
      return StrictMath.log(target.share(label) / shares[label]);
    }

    /** The mean probability of each class. */
    private double[] shares(double[] intercepts) {
      double[] probabilities = new double[target.classes()];
      double[] sums = new double[target.classes()];
      for (double[] row : scores) {
        LabelLaw.Classes.softmax(row, intercepts, probabilities);
        for (int k = 0; k < sums.length; k++) {
          sums[k] += probabilities[k];
        }
      }
      return Arrays.stream(sums).map(sum -> sum / ROWS).toArray();
    }
  }
}
