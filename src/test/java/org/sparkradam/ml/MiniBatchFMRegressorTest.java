package org.sparkradam.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.regression.FMRegressionModel;
import org.apache.spark.ml.regression.FMRegressor;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.testing.LocalSpark;

class MiniBatchFMRegressorTest {
  private static final Dataset<Row> TABLE = StageRows.numbers(200);

  private static MiniBatchFMRegressor quick() {
    return new MiniBatchFMRegressor().setFactorSize(3).setMaxIter(20).setNumPartitions(2);
  }

  /** The budget is ours, and Spark's seed a hash of its name. */
  @Test
  void paramsAreMllibs() {
    StageTests.assertParamsAreMllibs(
        new MiniBatchFMRegressor(),
        new FMRegressor(),
        Set.of("miniBatchFraction"),
        Set.of("maxIter", "tol", "stepSize", "solver", "seed"));
  }

  @Test
  void refusesWhatIsWrong() {
    MiniBatchFMRegressor stage = new MiniBatchFMRegressor();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage.setSolver("adamW"))
        .withMessage(
            "solver must be one of radam, adam, adamw, sgd, nadam, lamb, adabelief, radam-schedule-free, but was adamW");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage.setFactorSize(-3))
        .withMessage("factorSize must be at least 1, but was -3");
    Dataset<Row> bad = StageRows.of(List.of(StageRows.row(Double.NaN, 1, 1, 2)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> quick().fit(bad))
        .withMessageContaining("label column 'label' must be finite in every row, but was NaN");
    FMRegressionModel other = quick().setMaxIter(1).fit(TABLE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> quick().setFactorSize(4).setInitialModel(other).fit(TABLE))
        .withMessage("initialModel must have 4 factors, as the fit has, but has 3");
  }

  @Test
  void copiesAndSavedOnesAreTheSame(@TempDir Path folder) throws Exception {
    MiniBatchFMRegressor stage =
        quick().setFitIntercept(false).setRegParam(0.1).setWeightCol("weight").setSeed(3);
    stage.save(folder.resolve("stage").toString());
    MiniBatchFMRegressor loaded = MiniBatchFMRegressor.load(folder.resolve("stage").toString());
    assertThat(loaded.explainParams()).isEqualTo(stage.explainParams());
    assertThat(stage.copy(ParamMap.empty()).explainParams()).isEqualTo(stage.explainParams());
    assertThat(loaded.fit(TABLE).factors()).isEqualTo(stage.fit(TABLE).factors());
  }

  @Test
  void modelIsSparksWithParams(@TempDir Path folder) throws Exception {
    LocalSpark.context().getPersistentRDDs().values().forEach(rdd -> rdd.unpersist(true));
    MiniBatchFMRegressor stage = quick().setMaxIter(100);
    FMRegressionModel model = stage.fit(TABLE);
    assertThat(LocalSpark.context().getPersistentRDDs()).isEmpty();
    assertThat(model.uid()).isEqualTo(stage.uid());
    assertThat(model.parent()).isSameAs(stage);
    assertThat(model.getFactorSize()).isEqualTo(3);
    assertThat(model.getSolver()).isEqualTo("adamW");
    assertThat(new RegressionEvaluator().setMetricName("r2").evaluate(model.transform(TABLE)))
        .isGreaterThan(0.4);
    model.save(folder.resolve("model").toString());
    FMRegressionModel loaded = FMRegressionModel.load(folder.resolve("model").toString());
    assertThat(loaded.factors()).isEqualTo(model.factors());
    assertThat(loaded.intercept()).isEqualTo(model.intercept());
  }

  /** No step is taken, so the weights are those of the start, through scaling and back. */
  @Test
  void startsFromModels() {
    FMRegressionModel given = quick().setFitIntercept(false).setMaxIter(50).fit(TABLE);
    FMRegressionModel same =
        quick().setFitIntercept(false).setMaxIter(0).setInitialModel(given).fit(TABLE);
    assertThat(same.factors().toArray()).containsExactly(given.factors().toArray(), within(1e-9));
    assertThat(same.linear().toArray()).containsExactly(given.linear().toArray(), within(1e-9));
    FMRegressionModel copied =
        quick().setMaxIter(0).setInitialModel(given).copy(ParamMap.empty()).fit(TABLE);
    assertThat(copied.linear().toArray()).containsExactly(given.linear().toArray(), within(1e-9));
    assertThat(copied.intercept()).isCloseTo(0, within(1e-9));
  }

  @Test
  void aConstantLabelIsPredicted() {
    Dataset<Row> sevens =
        StageRows.of(List.of(StageRows.row(7, 1, 2, 3), StageRows.row(7, 1, 1, 5)));
    FMRegressionModel model = quick().setMaxIter(200).fit(sevens);
    assertThat(model.transform(sevens).select("prediction").collectAsList())
        .allSatisfy(row -> assertThat(row.getDouble(0)).isCloseTo(7, within(0.01)));
  }
}
