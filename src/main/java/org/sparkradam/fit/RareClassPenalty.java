package org.sparkradam.fit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sparkradam.fit.model.LossName;
import org.sparkradam.fit.model.ModelSpec;
import org.sparkradam.table.PreparedTable;
import org.sparkradam.table.feature.FeatureGroup;
import org.sparkradam.table.read.Task;

/**
 * The penalty of a table of clicks and the like, where nobody has given one: two classes, one of
 * them rare, and so many features that its rows say next to nothing of each. Without a penalty the
 * weights of rare categories then fit the noise, and the model is worse than the share of the class
 * alone. The penalty is that of weights drawn around 0 with a standard deviation of a tenth.
 * docs/features.md has what it was measured on.
 *
 * @param regParam L2, on coefficients of features as they are prepared
 * @param reason a line for the console
 */
public record RareClassPenalty(double regParam, String reason) {
  /** 1 / 0.1². */
  private static final double PRECISION = 100;

  private static final double ENOUGH_ROWS_A_FEATURE = 10;

  /** Of 4p(1 - p): a share p of less than one in seven. */
  private static final double RARE = 0.5;

  /** None where a fit can do without. */
  public static Optional<RareClassPenalty> of(PreparedTable table, ModelSpec model) {
    boolean applies =
        table.task() == Task.BINARY
            && model.lossName() == LossName.LOG_LOSS
            && model.stage().hasParam("regParam")
            && isOfCategories(table.featureGroups());
    return applies ? of(table.counts().trainingOfClasses(), table.numFeatures()) : Optional.empty();
  }

  /**
   * Whether most features are. On vectors of words it does harm: they tell more of a class than a
   * category does, and few epochs keep the noise away.
   */
  static boolean isOfCategories(List<FeatureGroup> groups) {
    long all = groups.stream().mapToLong(FeatureGroup::features).sum();
    long ofCategories =
        groups.stream().filter(FeatureGroup::ofCategories).mapToLong(FeatureGroup::features).sum();
    return 2 * ofCategories > all;
  }

  /**
   * @param rows of each of two classes
   */
  static Optional<RareClassPenalty> of(List<Long> rows, int features) {
    double all = rows.get(0) + rows.get(1);
    double share = rows.get(1) / all;
    // How much a row tells of a margin, beside one of two equal classes.
    double information = 4 * share * (1 - share);
    double rowsAFeature = all * information / features;
    if (information >= RARE || rowsAFeature >= ENOUGH_ROWS_A_FEATURE) {
      return Optional.empty();
    }
    double regParam = PRECISION / all;
    return Optional.of(
        new RareClassPenalty(
            regParam,
            String.format(
                Locale.ROOT,
                "penalty: %.3g, for %.3g %% of the rows are of the rarer class, and tell of %,d"
                    + " features (--reg-param sets it, 0 for none)",
                regParam,
                100 * Math.min(share, 1 - share),
                features)));
  }
}
