package org.sparkradam.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarmStartTest {
  private static MiniBatchLogisticRegression classifier() {
    return new MiniBatchLogisticRegression().setMaxIter(25).setNumPartitions(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void noStepsGiveTheModelBack(int classes) {
    Dataset<Row> table = StageRows.classes(150, classes);
    LogisticRegressionModel first = classifier().setRegParam(0.01).fit(table);
    LogisticRegressionModel same =
        classifier()
            .setRegParam(0.01)
            .setMaxIter(0)
            .setInitialModel(first)
            .copy(ParamMap.empty())
            .fit(table);
    assertThat(same.coefficientMatrix().toArray())
        .containsExactly(first.coefficientMatrix().toArray(), within(1e-12));
    assertThat(same.interceptVector().toArray())
        .containsExactly(first.interceptVector().toArray(), within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"squaredError", "huber"})
  void noStepsGiveTheModelBack(String loss) {
    Dataset<Row> table = StageRows.numbers(150);
    MiniBatchLinearRegression stage =
        new MiniBatchLinearRegression().setLoss(loss).setMaxIter(25).setNumPartitions(2);
    LinearRegressionModel first = stage.fit(table);
    LinearRegressionModel same = stage.setMaxIter(0).setInitialModel(first).fit(table);
    assertThat(same.coefficients().toArray())
        .containsExactly(first.coefficients().toArray(), within(1e-10));
    assertThat(same.intercept()).isCloseTo(first.intercept(), within(1e-10));
    assertThat(same.scale()).isCloseTo(first.scale(), within(1e-10));
  }

  @Test
  void trainingGoesOnFromTheModel() {
    Dataset<Row> table = StageRows.classes(150, 2);
    LogisticRegressionModel first = classifier().setMaxIter(200).fit(table);
    double[] cold = classifier().fit(table).summary().objectiveHistory();
    double[] warm = classifier().setInitialModel(first).fit(table).summary().objectiveHistory();
    assertThat(warm[0]).isLessThan(cold[0] - 0.05);
  }

  /** As in the batch of a stream where a level is absent, or every row is of one hour. */
  @Test
  void whatTheTableSaysNothingOfIsKept() {
    LogisticRegressionModel first = classifier().fit(StageRows.classes(150, 2));
    Dataset<Row> batch =
        StageRows.of(List.of(StageRows.row(0, 1, 1, 3, 0, 2), StageRows.row(1, 1, 2, 3, 0, 5)));
    LogisticRegressionModel same = classifier().setMaxIter(0).setInitialModel(first).fit(batch);
    assertThat(same.coefficients().toArray())
        .containsExactly(first.coefficients().toArray(), within(1e-12));
    assertThat(same.intercept()).isCloseTo(first.intercept(), within(1e-12));
    double moved =
        classifier().setMaxIter(3).setInitialModel(first).fit(batch).coefficients().apply(1);
    assertThat(moved).isEqualTo(first.coefficients().apply(1));
  }

  @Test
  void aTableOfOneClassGoesOnFromTheModel() {
    LogisticRegressionModel first = classifier().fit(StageRows.classes(150, 2));
    Dataset<Row> ones =
        StageRows.of(List.of(StageRows.row(1, 1, 1, 3, 0, 2), StageRows.row(1, 1, 2, 4, 1, 5)));
    LogisticRegressionModel next = classifier().setInitialModel(first).fit(ones);
    assertThat(next.intercept()).isFinite();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                classifier().setInitialModel(classifier().fit(ones)).fit(StageRows.classes(50, 2)))
        .withMessageStartingWith("initialModel must have finite coefficients and intercepts");
  }

  @Test
  void refusesModelsOfOtherShape() {
    LogisticRegressionModel model = classifier().fit(StageRows.classes(150, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> classifier().setInitialModel(model).fit(StageRows.classes(150, 3)))
        .withMessage("initialModel must have 3 rows of coefficients, as the fit has, but has 1");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                classifier()
                    .setInitialModel(model)
                    .fit(StageRows.of(List.of(StageRows.row(0, 1, 2), StageRows.row(1, 1, 3)))))
        .withMessage("initialModel must have 1 features, as the fit has, but has 4");
  }
}
