package org.sparkradam.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.testing.LocalSpark;

class MiniBatchLinearRegressionTest {
  private static final Dataset<Row> TABLE = StageRows.numbers(200);

  private static MiniBatchLinearRegression quick() {
    return new MiniBatchLinearRegression().setMaxIter(20).setNumPartitions(2);
  }

  @Test
  void paramsAreMllibs() {
    MiniBatchLinearRegression ours = new MiniBatchLinearRegression();
    LinearRegression theirs = new LinearRegression();
    for (Param<?> param : theirs.params()) {
      if (!param.name().equals("maxBlockSizeInMB")) {
        assertThat(ours.hasParam(param.name())).as(param.name()).isTrue();
      }
      if (!Set.of("maxIter", "tol", "solver", "aggregationDepth", "maxBlockSizeInMB")
          .contains(param.name())) {
        assertThat(defaultOf(ours, param.name()))
            .as(param.name())
            .isEqualTo(defaultOf(theirs, param.name()));
      }
    }
  }

  private static Object defaultOf(Params stage, String name) {
    return stage.getDefault(stage.getParam(name)).getOrElse(() -> "none");
  }

  @Test
  void refusesValuesWithWhatIsAllowed() {
    MiniBatchLinearRegression stage = new MiniBatchLinearRegression();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage.setSolver("normal"))
        .withMessage(
            "solver must be one of radam, adam, adamw, sgd, nadam, lamb, adabelief, radam-schedule-free, lbfgs, but was normal");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage.setLoss("absolute"))
        .withMessage("loss must be one of squaredError, huber, but was absolute");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage.setEpsilon(1))
        .withMessage("epsilon must be above 1 and finite, but was 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> quick().setLoss("huber").setElasticNetParam(0.5).fit(TABLE))
        .withMessageStartingWith("elasticNetParam must be 0 with loss huber");
    Dataset<Row> bad = StageRows.of(List.of(StageRows.row(Double.NaN, 1, 1, 2)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> quick().fit(bad))
        .withMessageContaining("label column 'label' must be finite in every row, but was NaN");
  }

  @Test
  void copiesAndSavedOnesAreTheSame(@TempDir Path folder) throws Exception {
    MiniBatchLinearRegression stage = quick().setSolver("adamw").setLoss("huber").setBatchSize(50);
    stage.save(folder.resolve("stage").toString());
    MiniBatchLinearRegression loaded =
        MiniBatchLinearRegression.load(folder.resolve("stage").toString());
    assertThat(loaded.explainParams()).isEqualTo(stage.explainParams());
    assertThat(stage.copy(ParamMap.empty()).explainParams()).isEqualTo(stage.explainParams());
    assertThat(loaded.fit(TABLE).coefficients()).isEqualTo(stage.fit(TABLE).coefficients());
  }

  @Test
  void modelIsSparksWithParamsAndSummary(@TempDir Path folder) throws Exception {
    LocalSpark.context().getPersistentRDDs().values().forEach(rdd -> rdd.unpersist(true));
    MiniBatchLinearRegression stage = quick().setSolver("adam").setRegParam(0.01);
    LinearRegressionModel model = stage.fit(TABLE);
    assertThat(LocalSpark.context().getPersistentRDDs()).isEmpty();
    assertThat(model.uid()).isEqualTo(stage.uid());
    assertThat(model.parent()).isSameAs(stage);
    assertThat(model.getRegParam()).isEqualTo(0.01);
    assertThat(model.getSolver()).isEqualTo("auto");
    assertThat(model.summary().objectiveHistory()).hasSize(20);
    assertThat(model.summary().r2()).isGreaterThan(0.2);
    model.save(folder.resolve("model").toString());
    LinearRegressionModel loaded = LinearRegressionModel.load(folder.resolve("model").toString());
    assertThat(loaded.coefficients()).isEqualTo(model.coefficients());
  }

  @Test
  void aConstantLabelIsTheIntercept() {
    Dataset<Row> sevens =
        StageRows.of(List.of(StageRows.row(7, 1, 2, 3), StageRows.row(7, 1, 1, 5)));
    LinearRegressionModel model = quick().fit(sevens);
    assertThat(model.intercept()).isEqualTo(7);
    assertThat(model.coefficients().numNonzeros()).isZero();
  }

  @Test
  void divergenceIsSaid() {
    assertThatIllegalStateException()
        .isThrownBy(() -> quick().setSolver("sgd").setStepSize(1e6).setMaxIter(200).fit(TABLE))
        .withMessageContaining("stepSize must be lower than 1000000.0");
  }

  @Test
  void worksInCrossValidators() {
    MiniBatchLinearRegression stage = quick().setStepSize(0.3);
    CrossValidator validator =
        new CrossValidator()
            .setEstimator(stage)
            .setEvaluator(new RegressionEvaluator())
            .setEstimatorParamMaps(
                new ParamGridBuilder().addGrid(stage.regParam(), new double[] {1000, 0.01}).build())
            .setNumFolds(2)
            .setParallelism(2);
    LinearRegressionModel best = (LinearRegressionModel) validator.fit(TABLE).bestModel();
    assertThat(best.getRegParam()).isEqualTo(0.01);
  }
}
