package org.sparkradam.table.synthetic;

/**
 * The score plus 10 plus normal noise, so that a model without an intercept is found out.
 *
 * @param noise standard deviation
 */
record RegressionLaw(double noise) implements LabelLaw {
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
