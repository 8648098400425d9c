package org.sparkradam.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.spark.ml.Model;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** How far a map's metrics on the folds are apart, beside what Spark's own models have there. */
class FoldDeviationsTest {
  private static final Dataset<Row> NUMBERS =
      StageRows.numbers(200).selectExpr("*", "CAST(pmod(hash(label), 2) AS INT) AS fold").cache();

  private final MiniBatchLinearRegression stage =
      new MiniBatchLinearRegression().setSolver("sgd").setMaxIter(300).setBatchSize(64);

  private CrossValidator validator(double... rates) {
    ParamMap[] maps = new ParamMap[rates.length];
    for (int i = 0; i < rates.length; i++) {
      maps[i] = new ParamMap().put(stage.stepSize(), rates[i]);
    }
    return new CrossValidator()
        .setEstimator(stage)
        .setEstimatorParamMaps(maps)
        .setEvaluator(new RegressionEvaluator())
        .setNumFolds(2)
        .setFoldCol("fold")
        .setParallelism(2);
  }

  @Test
  void deviationsAreThoseOfFolds() {
    CrossValidator sparks = validator(0.05, 0.01, 0.0001).setCollectSubModels(true);
    Model<?>[][] models = sparks.fit(NUMBERS).subModels();
    double[] expected = new double[3];
    for (int map = 0; map < 3; map++) {
      double[] metrics = new double[2];
      for (int fold = 0; fold < 2; fold++) {
        Dataset<Row> scored = models[fold][map].transform(NUMBERS.where("fold = " + fold));
        metrics[fold] = sparks.getEvaluator().evaluate(scored);
      }
      expected[map] = Math.abs(metrics[0] - metrics[1]) / 2;
    }
    assertThat(expected).doesNotContain(0).doesNotHaveDuplicates();
    assertThat(MiniBatchCrossValidator.of(sparks).tune(NUMBERS).stdMetrics())
        .containsExactly(expected, within(1e-9));
  }

  @Test
  void whatDivergesHasNone() {
    double[] deviations =
        MiniBatchCrossValidator.of(validator(1e20, 0.05)).tune(NUMBERS).stdMetrics();
    assertThat(deviations[0]).isNaN();
    assertThat(deviations[1]).isGreaterThan(0);
  }
}
