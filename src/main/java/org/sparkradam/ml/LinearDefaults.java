package org.sparkradam.ml;

import java.util.stream.IntStream;
import org.sparkradam.ml.internal.moments.FeatureMoments;
import org.sparkradam.ml.internal.param.ParamValue;

/**
 * What a linear model is trained with where params do not say, by what is known of its table;
 * docs/stages.md tells how it was found. With r rows a feature that is active in any of them, two
 * numbers decide, both from 0 to 1 and linear in log r between:
 *
 * <ul>
 *   <li>Determination: 1 with a penalty or r ≥ 10, and 0 with r ≤ 1 and nothing that holds the
 *       weights back, where there is no optimum worth reaching and many epochs only fit the noise.
 *   <li>Rarity: 1 with r ≤ 10, where most features are in few rows, and 0 with r ≥ 100. Only as far
 *       as there is an optimum.
 * </ul>
 *
 * <p>Where features are rare, an adaptive rule needs large minibatches, so that most of them are in
 * each, a short memory, since their gradients shrink by orders of magnitude on the way to the
 * optimum, and a rate by what a step moves the margin of an average row by, rather than one weight.
 */
final class LinearDefaults {
  /** Features that are active in a smaller share of the rows are sparse ones. */
  private static final double SELDOM = 0.25;

  private static final double BATCHES_OF_RARE = 16;
  private static final long LEAST_BATCH_OF_RARE = 512;

  /** Of the steps that an undetermined fit has less. */
  private static final double FEWER = 5;

  /** Towards 1/σ, which has all features alike at the optimum. */
  private static final double EXPONENT = 0.6;

  /** What a step may move the margin of an average row by, if all coefficients move alike. */
  private static final double MARGIN_A_STEP = 4;

  private static final double BETA2_OF_RARE = 0.95;

  /** At one row a feature; as many more as the root of features a row. */
  private static final double STEPS_OF_RARE = 720;

  private static final double MOST_STEPS_OF_RARE = 3000;

  /** A fit of many weights takes no more steps than that, unless they are few. */
  private static final double MOST_MOVES = 2.4e9;

  private final MiniBatchStage stage;
  private final FeatureMoments moments;
  private final long rows;
  private final double rowsAFeature;
  private final double determination;
  private final double rarity;

  /**
   * @param rows to train on
   * @param penalised whether a penalty holds the weights back
   */
  LinearDefaults(MiniBatchStage stage, FeatureMoments moments, long rows, boolean penalised) {
    this.stage = stage;
    this.moments = moments;
    this.rows = rows;
    rowsAFeature = (double) rows / Math.max(1, moments.active());
    determination = penalised ? 1 : share(Math.log10(rowsAFeature));
    rarity =
        new StageRule(stage).isAdaptive() ? determination * share(2 - Math.log10(rowsAFeature)) : 0;
  }

  private static double share(double value) {
    return Math.max(0, Math.min(1, value));
  }

  /** Between the value for frequent features and that for rare ones, geometrically. */
  private double byRarity(double frequent, double rare) {
    return frequent * Math.pow(rare / frequent, rarity);
  }

  /**
   * What each feature is multiplied by for training: 1/σ; but one of 0 and 1 stays as it is, and
   * another one that is seldom active is scaled by what it is where it is active. An adaptive rule
   * moves all coefficients alike, and that of a rare level or word, scaled by 1/σ, would move the
   * margins of its rows by 1/σ times as much. Scaled so it would take the longer to its optimum the
   * rarer it is; where there is one, the scale is between both.
   */
  double[] scale() {
    return IntStream.range(0, moments.size()).mapToDouble(this::scale).toArray();
  }

  private double scale(int feature) {
    double deviation = moments.deviations()[feature];
    if (deviation == 0) {
      return 0;
    }
    double size = moments.activeSizes()[feature];
    if (isSeldom(feature)) {
      return Math.pow(size / deviation, EXPONENT * rarity) / size;
    }
    return moments.binary()[feature] ? 1 : 1 / deviation;
  }

  /**
   * Means of the scaled features, 0 of those that are not centred, since that would do little for
   * them, and cost an array of all features each step.
   */
  double[] means(double[] scale) {
    return IntStream.range(0, moments.size())
        .mapToDouble(j -> isSeldom(j) ? 0 : moments.means()[j] * scale[j])
        .toArray();
  }

  private boolean isSeldom(int feature) {
    return moments.activeShares()[feature] < SELDOM;
  }

  /**
   * @param scale of the features
   * @param weights that are trained
   */
  FitPlan plan(double[] scale, int weights) {
    TrainingDefaults defaults = stage.stageParams().defaults;
    double stepSize = defaults.stepSize(new StageRule(stage));
    double ofRare = Math.min(stepSize, MARGIN_A_STEP / margin(scale));
    double beta2 = ParamValue.of(stage, stage.stageParams().optimizer.beta2);
    return FitPlan.of(
        stage,
        Budget.of(stage, rows, batchSize(), perEpoch -> steps(defaults, perEpoch, weights)),
        byRarity(stepSize, ofRare),
        1 - byRarity(1 - beta2, 1 - BETA2_OF_RARE));
  }

  private long batchSize() {
    double frequent = Budget.batchSize(rows);
    double batches = BATCHES_OF_RARE * Math.min(1, 2 * Math.sqrt(rowsAFeature));
    return Math.round(byRarity(frequent, Math.max(LEAST_BATCH_OF_RARE, rows / batches)));
  }

  private long steps(TrainingDefaults defaults, long perEpoch, int weights) {
    long frequent = defaults.steps(perEpoch, Math.pow(FEWER, determination - 1));
    double affordable = Math.max(STEPS_OF_RARE, MOST_MOVES / weights);
    double most = Math.min(MOST_STEPS_OF_RARE, affordable);
    double ofRare = Math.min(most, STEPS_OF_RARE / Math.sqrt(rowsAFeature));
    return Math.round(byRarity(frequent, Math.max(defaults.epochs() * (double) perEpoch, ofRare)));
  }

  /** What a step of 1 on every coefficient moves the margin of an average row by at most. */
  private double margin(double[] scale) {
    return IntStream.range(0, moments.size()).mapToDouble(j -> scale[j] * typical(j)).sum();
  }

  private double typical(int feature) {
    return isSeldom(feature)
        ? moments.activeShares()[feature] * moments.activeSizes()[feature]
        : moments.deviations()[feature];
  }
}
