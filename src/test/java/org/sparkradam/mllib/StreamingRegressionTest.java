package org.sparkradam.mllib;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.mllib.regression.LabeledPoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparkradam.testing.LocalSpark;

/** One updater serves all batches of a stream: the weights go on, the moments begin anew. */
class StreamingRegressionTest {
  private static final List<LabeledPoint> ROWS = MllibAlgorithm.LOGISTIC_REGRESSION.rows;

  @ParameterizedTest
  @EnumSource
  void eachBatchIsARunOfItsOwn(UpdaterKind kind) throws InterruptedException {
    List<List<LabeledPoint>> batches =
        List.of(ROWS.subList(0, 60), ROWS.subList(60, 70), List.of(), ROWS.subList(70, 150));
    List<double[]> trained =
        StreamingTraining.weightsAfterEachBatch(LocalSpark.context(), kind.create(), batches);

    PlainDescent descent = MllibAlgorithm.LOGISTIC_REGRESSION.plain(kind);
    double[] weights = new double[Rows.FEATURES];
    for (int i = 0; i < batches.size(); i++) {
      weights = descent.fullBatch(weights, batches.get(i)).weights();
      assertThat(trained.get(i)).as("after batch %s", i).isEqualTo(weights);
    }
  }
}
