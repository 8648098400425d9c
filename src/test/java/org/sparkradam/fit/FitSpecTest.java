package org.sparkradam.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.spark.ml.Estimator;
import org.junit.jupiter.api.Test;
import org.sparkradam.fit.model.LinearKind;
import org.sparkradam.fit.model.LinearModel;
import org.sparkradam.table.column.BadInputException;

class FitSpecTest {
  private static final LinearModel MODEL = new LinearModel(LinearKind.LOGISTIC, 3, 2);

  /** The stage takes 256 rows of 1,000 where nobody says how many. */
  @Test
  void epochsAreCountedInTheStagesMinibatches() {
    assertThat(steps(spec().withEpochs("--epochs", 2, 1000))).isEqualTo(8);
  }

  @Test
  void orInThoseThatWereAskedFor() {
    assertThat(
            steps(
                spec(new StageSetting("--batch-size", "batchSize", 60))
                    .withEpochs("--epochs", 2, 192)))
        .isEqualTo(7);
    assertThat(
            steps(
                spec(new StageSetting("--batch-size", "batchSize", 500))
                    .withEpochs("--epochs", 2, 192)))
        .isEqualTo(2);
  }

  @Test
  void tooManyAreRefused() {
    assertThatThrownBy(() -> spec().withEpochs("--epochs", 1e9, 1000))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("--epochs 1.0E9: that is 3906250000 steps");
  }

  private static FitSpec spec(StageSetting... settings) {
    return new FitSpec(MODEL, List.of(settings), Double.POSITIVE_INFINITY);
  }

  private static Object steps(FitSpec spec) {
    Estimator<?> stage = spec.stage();
    return stage.getOrDefault(stage.getParam("maxIter"));
  }
}
