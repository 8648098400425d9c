package org.sparkradam.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InitialModelPathTest {
  private static final Dataset<Row> TABLE = StageRows.classes(100, 2);

  @TempDir Path folder;

  private static MiniBatchLogisticRegression quick() {
    return new MiniBatchLogisticRegression().setMaxIter(20).setNumPartitions(2);
  }

  static Stream<MiniBatchStage> stages() {
    return ParamCase.STAGES.stream().map(Supplier::get);
  }

  /** Without a step the model is the one that was saved. */
  @ParameterizedTest
  @MethodSource("stages")
  void everyStageGoesOnFromASavedModel(MiniBatchStage stage) throws Exception {
    ParamCase.of(stage, "maxIter").set(20);
    ParamCase.of(stage, "numPartitions").set(2);
    if (stage instanceof MiniBatchMultilayerPerceptronClassifier perceptron) {
      perceptron.setLayers(new int[] {4, 3, 2});
    }
    Object first = ((Estimator<?>) stage).fit(TABLE);
    String path = folder.resolve("model").toString();
    ((MLWritable) first).save(path);
    Param<?> param = stage.getParam("initialModelPath");
    assertThat(stage.isDefined(param)).isFalse();
    ParamCase.of(stage, "initialModelPath").set(path);
    ParamCase.of(stage, "maxIter").set(0);
    ParamCase.of(stage, "seed").set(43);
    Object same = ((Estimator<?>) stage).fit(TABLE);
    assertThat(TrainedWeights.of(same))
        .isNotEmpty()
        .containsExactly(TrainedWeights.of(first), within(1e-9));
  }

  @Test
  void aSavedStageKeepsIt() throws Exception {
    String path = folder.resolve("stage").toString();
    quick().setInitialModelPath("somewhere").save(path);
    assertThat(MiniBatchLogisticRegression.load(path).getInitialModelPath()).isEqualTo("somewhere");
  }

  @Test
  void refusesASecondModel() {
    LogisticRegressionModel model = quick().fit(TABLE);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> quick().setInitialModel(model).setInitialModelPath("somewhere").fit(TABLE))
        .withMessage("initialModelPath must not be set beside setInitialModel, but was somewhere");
  }

  @Test
  void refusesWhatIsNoModelOfItsKind() throws Exception {
    String missing = folder.resolve("none").toString();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> quick().setInitialModelPath(missing).fit(TABLE))
        .withMessageStartingWith(
            "initialModelPath must be the folder of a saved LogisticRegressionModel, but was "
                + missing);
    String other = folder.resolve("svc").toString();
    new MiniBatchLinearSVC().setMaxIter(5).fit(TABLE).save(other);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> quick().setInitialModelPath(other).fit(TABLE))
        .withMessageContaining("LogisticRegressionModel, but was " + other)
        .withMessageContaining("LinearSVCModel");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> quick().setInitialModelPath(" "))
        .withMessage("initialModelPath must be a path, but was empty");
  }
}
