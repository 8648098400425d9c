package org.sparkradam.ml;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.param.Param;
import org.junit.jupiter.api.Test;
import org.sparkradam.testing.LocalSpark;

/**
 * What users have saved with version 0.1.0 must load in every later one, with the params it was
 * saved with. The fixture was saved by {@link #pipeline}, and is never saved anew: a param that is
 * renamed or dropped is to fail here.
 */
class SavedPipelineTest {
  private static final String FIXTURE = "/saved/pipeline-0.1.0";

  @Test
  void aPipelineOfTheFirstVersionLoads() throws Exception {
    LocalSpark.session();
    Pipeline loaded = Pipeline.load(fixture());
    PipelineStage[] expected = pipeline().getStages();
    PipelineStage[] stages = loaded.getStages();
    assertThat(stages).hasSameSizeAs(expected);
    IntStream.range(0, stages.length)
        .forEach(
            i -> {
              assertThat(stages[i]).hasSameClassAs(expected[i]);
              assertThat(stages[i].uid()).isEqualTo(expected[i].uid());
              assertThat(given(stages[i])).isEqualTo(given(expected[i]));
            });
  }

  /** What was set, and not what defaults later versions have. */
  private static Map<String, String> given(PipelineStage stage) {
    return Arrays.stream(stage.params())
        .filter(stage::isSet)
        .collect(Collectors.toMap(Param::name, param -> json(stage, param)));
  }

  private static <T> String json(PipelineStage stage, Param<T> param) {
    return param.jsonEncode(stage.getOrDefault(param));
  }

  private static String fixture() throws URISyntaxException {
    return Path.of(
            Objects.requireNonNull(SavedPipelineTest.class.getResource(FIXTURE), FIXTURE).toURI())
        .toString();
  }

  static Pipeline pipeline() {
    return new Pipeline("saved")
        .setStages(
            new PipelineStage[] {
              new VectorAssembler("assembler")
                  .setInputCols(new String[] {"a", "b"})
                  .setOutputCol("vector"),
              new MiniBatchLogisticRegression("logistic")
                  .setFeaturesCol("vector")
                  .setFamily("multinomial")
                  .setSolver("adamw")
                  .setBeta1(0.8)
                  .setBeta2(0.99)
                  .setAdamEpsilon(1e-6)
                  .setEpsilonPlacement("raw")
                  .setWeightDecay(0.02)
                  .setWarmup("untuned-linear")
                  .setSchedule("linear-decay")
                  .setGradientClip(5)
                  .setClassWeight("balanced")
                  .setElasticNetParam(0.5)
                  .setRegParam(0.1)
                  .setStandardization(false)
                  .setThresholds(new double[] {0.2, 0.8}),
              new MiniBatchLinearRegression("linear")
                  .setLoss("huber")
                  .setEpsilon(2)
                  .setSolver("sgd")
                  .setMomentum(0.9)
                  .setNesterov(true)
                  .setFitIntercept(false)
                  .setTol(1e-4)
                  .setSeed(7),
              new MiniBatchLinearSVC("svc")
                  .setThreshold(0.5)
                  .setWeightCol("w")
                  .setMaxIter(300)
                  .setBatchSize(1000)
                  .setStepSize(0.05)
                  .setNumPartitions(3)
                  .setAggregationDepth(2),
              new MiniBatchFMClassifier("fm")
                  .setFactorSize(4)
                  .setInitStd(0.1)
                  .setFitLinear(false)
                  .setValidationIndicatorCol("held")
                  .setValidationInterval(5)
                  .setValidationPatience(3),
              new MiniBatchFMRegressor("fmr")
                  .setRhoThreshold(5)
                  .setVarianceModel("exact")
                  .setBelowThreshold("skip"),
              new MiniBatchMultilayerPerceptronClassifier("mlp")
                  .setLayers(new int[] {2, 5, 3})
                  .setCheckpointDir("checkpoints")
                  .setCheckpointInterval(50)
                  .setMetricsPath("metrics")
            });
  }
}
