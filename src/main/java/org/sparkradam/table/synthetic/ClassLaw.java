package org.sparkradam.table.synthetic;

/**
 * Classes by softmax over 0, for the first class, and scores plus intercepts, for the others; then,
 * with the probability {@code noise}, another class instead.
 */
final class ClassLaw implements LabelLaw {
  private static final long serialVersionUID = 1L;

  private final double[] intercepts;
  private final double noise;

  ClassLaw(double[] intercepts, double noise) {
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
