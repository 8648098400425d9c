package org.sparkradam.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.classification.MultilayerPerceptronClassificationModel;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.param.DoubleArrayParam;
import org.apache.spark.ml.param.IntArrayParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.ParamPair;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkradam.testing.LocalSpark;

/** Stages whose params were given values of other types than their own. */
class UntypedValuesTest {
  @TempDir private Path folder;

  static Stream<Supplier<MiniBatchStage>> stages() {
    return ParamCase.STAGES.stream();
  }

  @ParameterizedTest
  @MethodSource("stages")
  void savesAndLoadsWhatItTook(Supplier<MiniBatchStage> make) throws Exception {
    LocalSpark.session();
    MiniBatchStage stage = make.get();
    Map<String, Object> expected = new HashMap<>();
    ParamCase.all()
        .filter(one -> one.isNumber() && one.stage().getClass() == stage.getClass())
        .forEach(
            one -> {
              Object other = one.isWhole() ? (Object) (double) one.allowed() : one.allowed();
              ParamCase.of(stage, one.param().name()).set(other);
              expected.put(one.param().name(), one.own(one.allowed()));
            });
    stage.save(folder.resolve("stage").toString());
    MiniBatchStage loaded =
        new DefaultParamsReader<MiniBatchStage>().load(folder.resolve("stage").toString());
    expected.forEach(
        (name, value) -> assertThat(ParamCase.of(loaded, name).value()).as(name).isEqualTo(value));
  }

  @Test
  void aFitByOtherTypesHasTheBitsOfOneByItsOwn() {
    Dataset<Row> table = StageRows.classes(200, 2);
    LogisticRegressionModel expected =
        new MiniBatchLogisticRegression()
            .setMaxIter(10)
            .setBatchSize(64)
            .setRegParam(0)
            .setElasticNetParam(1)
            .setStepSize(1)
            .setTol(0)
            .setGradientClip(5)
            .setThreshold(1)
            .fit(table);
    MiniBatchLogisticRegression stage = new MiniBatchLogisticRegression();
    ParamMap map =
        new ParamMap()
            .put(stage.maxIter(), 10.0)
            .put(stage.batchSize(), 64)
            .put(stage.regParam(), 0)
            .put(stage.elasticNetParam(), 1)
            .put(stage.stepSize(), 1L)
            .put(stage.tol(), 0)
            .put(stage.gradientClip(), 5f)
            .put(stage.threshold(), 1);
    LogisticRegressionModel model = stage.fit(table, map);
    assertThat(model.coefficients()).isEqualTo(expected.coefficients());
    assertThat(model.intercept()).isEqualTo(expected.intercept());
    assertThat(model.getThreshold()).isEqualTo(1.0);
    assertThat(model.coefficients().numNonzeros()).isPositive();
  }

  @Test
  void listsTakeNumbersOfAnyType() {
    MiniBatchMultilayerPerceptronClassifier stage =
        new MiniBatchMultilayerPerceptronClassifier().setMaxIter(5);
    stage.set(pair(stage, "layers", List.of(4, 3L, 3.0)));
    stage.set(pair(stage, "thresholds", List.of(1, 0, 2.5f)));
    assertThat(stage.getLayers()).containsExactly(4, 3, 3);
    assertThat(stage.getThresholds()).containsExactly(1, 0, 2.5);
    MultilayerPerceptronClassificationModel model = stage.fit(StageRows.classes(100, 3));
    assertThat(model.getThresholds()).containsExactly(1, 0, 2.5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pair(stage, "layers", List.of(4, 3.5, 3)))
        .withMessage(
            "each of layers must be a whole number that an int holds, but was 3.5 of type Double");
  }

  @Test
  void arraysOfAnotherTypeAreRefusedByName() {
    MiniBatchStage stage = new MiniBatchMultilayerPerceptronClassifier();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ParamCase.of(stage, "layers").set(new double[] {4, 3}))
        .withMessage("layers must be of type int[], but was [4.0, 3.0] of type double[]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ParamCase.of(stage, "thresholds").set(new int[] {1, 1, 1}))
        .withMessage("thresholds must be of type double[], but was [1, 1, 1] of type int[]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ParamCase.of(stage, "initialWeights").set(new double[] {1}))
        .withMessage("initialWeights must be of type Vector, but was [1.0] of type double[]");
  }

  @Test
  void arraysHoldWhatMakesSense() {
    MiniBatchMultilayerPerceptronClassifier stage = new MiniBatchMultilayerPerceptronClassifier();
    for (double[] bad : new double[][] {{-1, 1}, {0, 0, 1}, {Double.NaN, 1}}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> stage.setThresholds(bad))
          .withMessage(
              "thresholds must be at least 0, one of them 0 at most, but were "
                  + Arrays.toString(bad));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage.setInitialWeights(Vectors.dense(1, Double.NaN)))
        .withMessage("initialWeights must be finite, but one was NaN");
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // the list's elements are not what the param's are
  private static ParamPair<?> pair(MiniBatchStage stage, String name, List values) {
    Param<?> param = stage.getParam(name);
    return param instanceof DoubleArrayParam doubles
        ? doubles.w(values)
        : ((IntArrayParam) param).w(values);
  }
}
