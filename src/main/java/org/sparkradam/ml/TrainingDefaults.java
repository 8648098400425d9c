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
  private static final double FEWER = 5;

  static final TrainingDefaults LINEAR = new TrainingDefaults(0.1, 0.1, 20, 500, 2000);
  static final TrainingDefaults FACTORS = new TrainingDefaults(0.05, 0.05, 20, 500, 2000);
  static final TrainingDefaults PERCEPTRON = new TrainingDefaults(0.2, 0.05, 20, 1000, 3000);

  /**
   * @param determination from 0, where rows are no more than features and nothing holds the weights
   *     back, so that a fifth of the epochs is enough and more of them only fit the noise, to 1,
   *     where there is an optimum worth reaching
   */
  long steps(long stepsPerEpoch, double determination) {
    double share = Math.pow(FEWER, determination - 1);
    long planned = Math.max(1, Math.round(share * epochs * stepsPerEpoch));
    return Math.max(Math.round(share * leastSteps), Math.min(mostSteps, planned));
  }

  double stepSize(SolverRule solver) {
    return solver == SolverRule.RADAM ? rectifiedStepSize : stepSize;
  }
}
