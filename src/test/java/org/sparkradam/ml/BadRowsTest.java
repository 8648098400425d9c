package org.sparkradam.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.sparkradam.block.LabeledRow;

/** What is wrong with a table is said before training, by the column's name. */
class BadRowsTest {
  private static final LabeledRow GOOD = StageRows.row(1, 1, 1, 2);

  private static void refused(LabeledRow bad, String message) {
    refused(StageRows.of(List.of(GOOD, StageRows.row(0, 1, 3, 4), bad)), message);
  }

  private static void refused(Dataset<Row> table, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MiniBatchLogisticRegression().setWeightCol("weight").fit(table))
        .withMessageContaining(message);
  }

  @Test
  void namesColumnAndValue() {
    refused(
        StageRows.row(0, 1, 1, Double.NaN),
        "features column 'features' must be finite in every row, but was NaN in one");
    refused(StageRows.row(0, 1, Double.POSITIVE_INFINITY, 1), "but was Infinity");
    refused(
        StageRows.row(0.5, 1, 1, 2),
        "label column 'label' must be a whole number from 0 to k - 1 in every row, but was 0.5");
    refused(StageRows.row(-1, 1, 1, 2), "but was -1.0");
    refused(
        StageRows.row(0, -2, 1, 2),
        "weight column 'weight' must be at least 0 and finite in every row, but was -2.0 in one");
    refused(StageRows.row(0, 1, 1, 2, 3), "vectors of one size, but some have 2 and some 3");
    refused(
        StageRows.of(List.of(StageRows.row(0, 1), StageRows.row(1, 1))),
        "features column 'features' must be a vector of at least one element in every row, but was"
            + " empty in one");
    refused(new LabeledRow(0, 1, null), "features column 'features' must be given");
  }

  @Test
  void namesWhatIsMissing() {
    refused(StageRows.of(List.of()), "there are no rows to train on");
    refused(
        StageRows.of(List.of(StageRows.row(1, 0, 1, 2))), "weight column 'weight' must be above 0");
    Dataset<Row> good = StageRows.of(List.of(GOOD, StageRows.row(0, 1, 2, 2)));
    refused(good.withColumn("label", functions.expr("if(label > 0, label, null)")), "but was null");
    refused(good.withColumn("weight", functions.lit("heavy")), "weight must be of type numeric");
  }

  @Test
  void identifiersAreNoClasses() {
    refused(
        StageRows.row(2_000_000_000, 1, 1, 2),
        "label column 'label' must be a whole number from 0 to k - 1, but was 2000000000 in one"
            + " row, which is more than 1000000 classes");
  }

  @Test
  void rowsThatWeighNothingAreAsIfTheyWereNotThere() {
    List<LabeledRow> rows = new ArrayList<>();
    rows.addAll(List.of(GOOD, StageRows.row(0, 1, 2, 2), StageRows.row(2, 1, 3, 1)));
    MiniBatchLogisticRegression stage =
        new MiniBatchLogisticRegression().setWeightCol("weight").setMaxIter(5).setNumPartitions(1);
    LogisticRegressionModel without = stage.fit(StageRows.of(rows));
    rows.add(StageRows.row(7, 0, 1, 1));
    LogisticRegressionModel with = stage.fit(StageRows.of(rows));
    assertThat(with.numClasses()).isEqualTo(3);
    assertThat(with.coefficientMatrix().toArray())
        .containsExactly(without.coefficientMatrix().toArray(), within(1e-12));
  }

  @Test
  void namesTheFamily() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new MiniBatchLogisticRegression()
                    .setFamily("binomial")
                    .fit(StageRows.classes(50, 3)))
        .withMessageContaining("family must be multinomial or auto with the 3 classes");
  }
}
