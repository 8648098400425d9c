package org.sparkradam.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

class HeldOutRowsTest {
  private static final Dataset<Row> TABLE =
      StageRows.classes(240, 2).withColumn("held", functions.expr("weight > 1.5"));

  private static MiniBatchLogisticRegression quick() {
    return new MiniBatchLogisticRegression()
        .setMaxIter(60)
        .setNumPartitions(2)
        .setBatchSize(32)
        .setStepSize(0.5)
        .setSchedule("constant")
        .setValidationIndicatorCol("held");
  }

  /** Of all weights that training passed through. */
  @Test
  void theModelIsTheBestOnHeldOutRows() {
    List<Double> losses = new ArrayList<>();
    LogisticRegressionModel best =
        quick().setValidationInterval(1).setValidationPatience(60).fit(TABLE);
    for (int steps : new int[] {0, 3, 7, 15, 30, 60}) {
      losses.add(heldOutLoss(unselected(steps)));
    }
    assertThat(losses).allSatisfy(loss -> assertThat(heldOutLoss(best)).isLessThan(loss + 1e-12));
    assertThat(losses.get(0)).isGreaterThan(heldOutLoss(best) + 0.05);
  }

  /** The weights after so many steps, good or not. */
  private static LogisticRegressionModel unselected(int steps) {
    return quick().setMaxIter(steps).setValidationIndicatorCol("").fit(TABLE.filter("not held"));
  }

  private static double heldOutLoss(LogisticRegressionModel model) {
    return model
        .transform(TABLE.filter("held"))
        .select("probability", "label")
        .collectAsList()
        .stream()
        .mapToDouble(row -> -Math.log(row.<Vector>getAs(0).apply((int) row.getDouble(1))))
        .average()
        .orElseThrow();
  }

  /** Early in training the last weights are the best. */
  @Test
  void heldOutRowsAreNotTrainedOn() {
    LogisticRegressionModel held = quick().setMaxIter(3).setStepSize(0.02).fit(TABLE);
    LogisticRegressionModel alone =
        quick()
            .setMaxIter(3)
            .setStepSize(0.02)
            .setValidationIndicatorCol("")
            .fit(TABLE.filter("not held"));
    assertThat(held.coefficients().numNonzeros()).isPositive();
    assertThat(held.intercept()).isCloseTo(alone.intercept(), within(1e-12));
    assertThat(held.coefficients().toArray())
        .containsExactly(alone.coefficients().toArray(), within(1e-12));
  }

  @Test
  void trainingStopsWhenNothingGetsBetter() {
    LogisticRegressionModel model =
        quick()
            .setMaxIter(2000)
            .setValidationInterval(5)
            .setValidationPatience(3)
            .setWeightCol("weight")
            .fit(TABLE);
    assertThat(model.summary().objectiveHistory().length).isBetween(15, 1000);
  }

  @Test
  void refusesColumnsThatHoldOutNothingOrAll() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> quick().fit(TABLE.withColumn("held", functions.lit(true))))
        .withMessage(
            "validation indicator column 'held' must be true in some rows and false in others,"
                + " but was true in all");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                quick()
                    .setWeightCol("w")
                    .fit(TABLE.withColumn("w", functions.expr("if(held, 0, 1)"))))
        .withMessage(
            "weight column 'w' must be above 0 in some row where 'held' is true, but is 0 in all");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> quick().fit(TABLE.withColumn("held", functions.lit(false))))
        .withMessageContaining("but was false in all");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> quick().fit(TABLE.withColumn("held", functions.expr("if(held, true, null)"))))
        .withMessage(
            "validation indicator column 'held' must be true or false in every row, but was null"
                + " in one");
  }
}
