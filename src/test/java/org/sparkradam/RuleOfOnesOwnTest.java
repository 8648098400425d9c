package org.sparkradam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.ml.MiniBatchLogisticRegression;
import org.sparkradam.mllib.ComposedUpdater;
import org.sparkradam.optim.Averaged;
import org.sparkradam.optim.Lookahead;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.RAdam;
import org.sparkradam.optim.RuleState;
import org.sparkradam.optim.RuleStep;
import org.sparkradam.optim.StepArrays;
import org.sparkradam.optim.UpdateRule;
import org.sparkradam.testing.LocalSpark;

/** What docs/rules.md shows, from outside of the library's packages. */
class RuleOfOnesOwnTest {
  /** Lion (Chen et al., arXiv 2302.06675), in a dozen lines. */
  record Lion(double beta1, double beta2) implements UpdateRule {
    @Override
    public List<String> stateNames() {
      return List.of("momentum");
    }

    @Override
    public RuleStep begin(RuleState state, double rate) {
      state.advance();
      return this::step;
    }

    private void step(StepArrays arrays, int from, int to, double rate) {
      double[] m = arrays.state()[0];
      for (int i = from; i < to; i++) {
        double g = arrays.mean().of(arrays.gradient()[i]);
        arrays.weights()[i] -= rate * Math.signum(beta1 * m[i] + (1 - beta1) * g);
        m[i] = beta2 * m[i] + (1 - beta2) * g;
      }
    }
  }

  private static final Lion LION = new Lion(0.9, 0.99);

  @Test
  void trainsAStage() {
    Dataset<Row> table = table();
    LogisticRegressionModel expected = new MiniBatchLogisticRegression().fit(table);
    for (UpdateRule rule :
        List.of(
            LION,
            new Averaged(LION, 200),
            Lookahead.around(LION),
            new Averaged(RAdam.defaults(), 1))) {
      MiniBatchLogisticRegression stage =
          new MiniBatchLogisticRegression().setUpdateRule(rule).setStepSize(0.01);
      LogisticRegressionModel model = stage.copy(new ParamMap()).fit(table);
      assertThat(model.evaluate(table).accuracy())
          .as("%s", rule)
          .isGreaterThan(expected.evaluate(table).accuracy() - 0.01);
      assertThat(model.coefficients()).isNotEqualTo(expected.coefficients());
    }
  }

  private static Dataset<Row> table() {
    Dataset<Row> numbers =
        LocalSpark.session()
            .range(0, 2000, 1, 2)
            .selectExpr("randn(1) AS a", "3 * randn(2) AS b", "randn(3) AS noise")
            .selectExpr("a", "b", "double(a + b / 3 + noise > 0.2) AS label");
    return new VectorAssembler()
        .setInputCols(new String[] {"a", "b"})
        .setOutputCol("features")
        .transform(numbers);
  }

  @Test
  void isAnUpdater() {
    ComposedUpdater updater = new ComposedUpdater(Optimizer.of(LION, 0.5));
    updater.compute(Vectors.dense(1, 1), Vectors.dense(0, 0), 0, 1, 0);
    assertThat(updater.compute(Vectors.dense(1, 1), Vectors.dense(2, -2), 0.5, 1, 0)._1())
        .isEqualTo(Vectors.dense(0.5, 1.5));
  }

  @Test
  void ofAveragesAnUpdaterGivesTheOnesToKeep() {
    ComposedUpdater updater = new ComposedUpdater(Optimizer.of(new Averaged(LION, 1), 0.5));
    updater.compute(Vectors.dense(1), Vectors.dense(0), 0, 1, 0);
    updater.compute(Vectors.dense(1), Vectors.dense(2), 0.5, 1, 0);
    var last = updater.compute(Vectors.dense(0.5), Vectors.dense(2), 0.5, 2, 0)._1();
    assertThat(last).isEqualTo(Vectors.dense(0));
    assertThat(updater.evaluated(last)).isEqualTo(Vectors.dense(0.25));
  }

  @Test
  void whatDoesNotGoWithItIsRefused(@TempDir Path folder) {
    MiniBatchLogisticRegression stage = new MiniBatchLogisticRegression().setUpdateRule(LION);
    assertThatThrownBy(() -> stage.save(folder.resolve("stage").toString()))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("setUpdateRule, which cannot be saved");
    stage.setSolver("adam");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage.fit(table()))
        .withMessage("solver must not be set with setUpdateRule, which takes its place");
  }

  /** It tells no scale, without which a proximal step would be another penalty's. */
  @Test
  void withoutAScaleThereIsNoL1() {
    MiniBatchLogisticRegression stage =
        new MiniBatchLogisticRegression()
            .setUpdateRule(LION)
            .setRegParam(0.1)
            .setElasticNetParam(1);
    assertThatThrownBy(() -> stage.fit(table()))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("has no scale, which an L1 penalty needs");
  }
}
