package org.sparkradam.ml;

/**
 * What a kind of model is trained with where params do not say; docs/stages.md tells how it was
 * found.
 *
 * @param rectifiedStepSize learning rate of radam, whose first steps are short, before schedule and
 *     warm-up
 * @param stepSize that of other solvers
 * @param epochs as many as {@code leastSteps} and {@code mostSteps} allow
 */
record TrainingDefaults(
    double rectifiedStepSize, double stepSize, long epochs, long leastSteps, long mostSteps) {
  static final TrainingDefaults LINEAR = new TrainingDefaults(0.1, 0.1, 20, 500, 2000);
  static final TrainingDefaults FACTORS = new TrainingDefaults(0.05, 0.05, 20, 500, 2000);
  static final TrainingDefaults PERCEPTRON = new TrainingDefaults(0.2, 0.05, 20, 1000, 3000);

  /**
   * @param share of the epochs
   */
  long steps(long stepsPerEpoch, double share) {
    long planned = Math.max(1, Math.round(share * epochs * stepsPerEpoch));
    return Math.max(Math.round(share * leastSteps), Math.min(mostSteps, planned));
  }

  double stepSize(StageRule rule) {
    return rule.isRectified() ? rectifiedStepSize : stepSize;
  }
}
