package org.sparkradam.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How rows become blocks, as stages ask for it. */
class IngestParamsTest {
  private static final Dataset<Row> TABLE = StageRows.classes(400, 2).repartition(3).cache();

  private static MiniBatchLogisticRegression stage() {
    return new MiniBatchLogisticRegression().setRegParam(0.01).setSolver("lbfgs").setTol(1e-12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"driver", "executors"})
  void rowsThatStayInTheirPartitionsGiveTheSameOptimum(String place) {
    LogisticRegressionModel global = stage().fit(TABLE);
    LogisticRegressionModel kept = stage().setShuffle("partition").setTrainOn(place).fit(TABLE);
    assertThat(kept.coefficients().toArray())
        .containsExactly(global.coefficients().toArray(), within(1e-6));
  }

  @Test
  void keptRowsAndFloatsTrainToTheSameBitsOnDriverAndExecutors() {
    MiniBatchLogisticRegression stage =
        new MiniBatchLogisticRegression()
            .setMaxIter(60)
            .setShuffle("partition")
            .setFeaturePrecision("single");
    assertThat(stage.setTrainOn("driver").fit(TABLE).coefficients())
        .isEqualTo(stage.setTrainOn("executors").fit(TABLE).coefficients());
  }

  @Test
  void floatsGiveTheOptimumToTheirDigits() {
    LogisticRegressionModel exact = stage().fit(TABLE);
    LogisticRegressionModel single = stage().setFeaturePrecision("single").fit(TABLE);
    assertThat(single.coefficients()).isNotEqualTo(exact.coefficients());
    for (int j = 0; j < StageRows.FEATURES; j++) {
      double right = exact.coefficients().apply(j);
      assertThat(single.coefficients().apply(j))
          .isCloseTo(right, within(1e-5 * (0.1 + Math.abs(right))));
    }
  }

  @Test
  void partitionsAreNotCountedOtherwise() {
    MiniBatchLogisticRegression stage = stage().setShuffle("partition").setNumPartitions(5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage.fit(TABLE))
        .withMessageStartingWith("numPartitions must not be set with shuffle partition");
  }

  @Test
  void otherValuesAreRefusedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage().setShuffle("none"))
        .withMessageContaining("shuffle must be one of global, partition");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage().setFeaturePrecision("half"))
        .withMessageContaining("featurePrecision must be one of double, single");
  }
}
