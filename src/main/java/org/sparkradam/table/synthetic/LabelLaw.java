package org.sparkradam.table.synthetic;

import java.io.Serializable;

/** The distribution of a row's label, given the row's scores. */
sealed interface LabelLaw extends Serializable {

  double draw(double[] scores, RowRandom random);

  /** The expected loss, on this row, of a model that knows this law. */
  double bestLoss(double[] scores);

  /** {@code log_loss} or {@code half_squared_error}. */
  String lossName();

  /** What is added to the scores, as they count numbers from their means. */
  double[] intercepts();

  /**
   * The score plus 10 plus normal noise, so that a model without an intercept is found out.
   *
   * @param noise standard deviation
   */
  record Regression(double noise) implements LabelLaw {
    private static final double INTERCEPT = 10;

    @Override
    public double draw(double[] scores, RowRandom random) {
      return INTERCEPT + scores[0] + noise * random.gaussian();
    }

    @Override
    public double bestLoss(double[] scores) {
      return noise * noise / 2;
    }

    @Override
    public String lossName() {
      return BestLoss.HALF_SQUARED_ERROR;
    }

    @Override
    public double[] intercepts() {
      return new double[] {INTERCEPT};
    }
  }

  /**
   * Classes by softmax over 0, for the first class, and scores plus intercepts, for the others;
   * then, with the probability {@code noise}, another class instead.
   */
  static final class Classes implements LabelLaw {
    private static final long serialVersionUID = 1L;

    private final double[] intercepts;
    private final double noise;

    Classes(double[] intercepts, double noise) {
      this.intercepts = intercepts;
      this.noise = noise;
    }

    /** Overwrites {@code probabilities} (one a class) with those before noise. */
    static void softmax(double[] scores, double[] intercepts, double[] probabilities) {
      double largest = 0;
      for (int k = 0; k < scores.length; k++) {
        probabilities[k + 1] = scores[k] + intercepts[k];
        largest = Math.max(largest, probabilities[k + 1]);
      }
      probabilities[0] = 0;
      double sum = 0;
      for (int k = 0; k < probabilities.length; k++) {
        probabilities[k] = StrictMath.exp(probabilities[k] - largest);
        sum += probabilities[k];
      }
      for (int k = 0; k < probabilities.length; k++) {
        probabilities[k] /= sum;
      }
    }

    /** The probability of each class, label noise included. */
    double[] probabilities(double[] scores) {
      double[] probabilities = new double[scores.length + 1];
      softmax(scores, intercepts, probabilities);
      for (int k = 0; k < probabilities.length; k++) {
        double other = (1 - probabilities[k]) / scores.length;
        probabilities[k] = (1 - noise) * probabilities[k] + noise * other;
      }
      return probabilities;
    }

    @Override
    public double draw(double[] scores, RowRandom random) {
      double[] probabilities = probabilities(scores);
      double left = random.uniform();
      int label = 0;
      while (label < scores.length && left >= probabilities[label]) {
        left -= probabilities[label++];
      }
      return label;
    }

    /** The entropy of the label. */
    @Override
    public double bestLoss(double[] scores) {
      double entropy = 0;
      for (double probability : probabilities(scores)) {
        entropy -= probability > 0 ? probability * StrictMath.log(probability) : 0;
      }
      return entropy;
    }

    @Override
    public String lossName() {
      return BestLoss.LOG_LOSS;
    }

    @Override
    public double[] intercepts() {
      return intercepts.clone();
    }
  }
}
