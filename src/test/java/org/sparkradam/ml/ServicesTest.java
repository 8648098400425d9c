package org.sparkradam.ml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ServiceLoader;
import org.apache.spark.ml.Estimator;
import org.junit.jupiter.api.Test;

/** Spark Connect finds stages so. */
class ServicesTest {
  @Test
  void everyStageIsAService() {
    List<String> services =
        ServiceLoader.load(Estimator.class).stream()
            .map(provider -> provider.type().getSimpleName())
            .toList();
    assertThat(services)
        .contains(
            "MiniBatchLogisticRegression",
            "MiniBatchLinearRegression",
            "MiniBatchLinearSVC",
            "MiniBatchFMClassifier",
            "MiniBatchFMRegressor",
            "MiniBatchMultilayerPerceptronClassifier");
  }
}
