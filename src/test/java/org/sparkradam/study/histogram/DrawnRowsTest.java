package org.sparkradam.study.histogram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sparkradam.study.histogram.HistogramHeatMaps.DrawnRows;
import org.sparkradam.train.evaluation.Evaluation;

class DrawnRowsTest {
  @Test
  void aFewDecadesInFifthsOfOne() {
    DrawnRows rows = rows(1e-2, 1.1, 50);
    assertThat(rows).isEqualTo(new DrawnRows(4, -10, 9));
    assertThat(rows.axis().names()).startsWith("1.6 to 1.8").endsWith("-2.0 to -1.8");
    assertThat(rows.axis().ticks()).containsSubsequence("1", "", "0", "", "-1", "", "-2");
    assertThat(rows.count(LogHistogram.of(new double[] {1.1, 1.2, 1.7}), 0)).isEqualTo(2);
  }

  @Test
  void manyDecadesInWiderRows() {
    DrawnRows rows = rows(1e-30, 1, 10);
    assertThat(rows).isEqualTo(new DrawnRows(20, -30, 2));
    assertThat(rows.axis().ticks()).contains("0", "-28").doesNotContain("-29");
  }

  @Test
  void aGradientOfZerosAloneIsStillAPicture() {
    assertThat(rows(0, 0).axis().names()).hasSize(1);
  }

  private static DrawnRows rows(double... gradient) {
    RecordedTrial.Step step = new RecordedTrial.Step(1, 1, LogHistogram.of(gradient), 0, 0);
    RecordedTrial trial =
        new RecordedTrial(
            "adam", 1, List.of(step), Evaluation.NONE, Evaluation.NONE, Optional.empty());
    return DrawnRows.of(List.of(new SolverHistograms("adam", List.of(trial))));
  }
}
