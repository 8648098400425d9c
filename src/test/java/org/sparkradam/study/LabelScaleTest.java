package org.sparkradam.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.regression.LabeledPoint;
import org.junit.jupiter.api.Test;
import org.sparkradam.train.evaluation.Evaluation;

class LabelScaleTest {
  @Test
  void meanAndDeviationOfAllRows() {
    LabelScale labels = of(2, 4, 4, 4, 5, 5, 7, 9);
    assertThat(labels.mean()).isEqualTo(5, within(1e-12));
    assertThat(labels.deviation()).isEqualTo(2, within(1e-12));
    assertThat(labels.standardised(9)).isEqualTo(2, within(1e-12));
  }

  @Test
  void aConstantLabelKeepsItsScale() {
    assertThat(of(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1)).isEqualTo(new LabelScale(0.1, 1));
    assertThat(of(3)).isEqualTo(new LabelScale(3, 1));
  }

  @Test
  void lossesAndErrorsComeBackInTheLabelsUnit() {
    assertThat(new LabelScale(100, 10).restored(new Evaluation(0.02, 0.2)))
        .isEqualTo(new Evaluation(2, 2));
    assertThat(LabelScale.NONE.restored(new Evaluation(0.7, 0.9)))
        .isEqualTo(new Evaluation(0.7, 0.9));
  }

  private static LabelScale of(double... labels) {
    List<LabeledPoint> rows =
        Arrays.stream(labels)
            .mapToObj(label -> new LabeledPoint(label, Vectors.dense(0, 1)))
            .toList();
    return LabelScale.of(Samples.table(rows, 3));
  }
}
