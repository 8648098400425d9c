package org.sparkradam.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.sparkradam.testing.LocalSpark;

class ClassMetricsTest {
  @Test
  void aClassWithoutRowsHasNoRecall() {
    ClassMetrics metrics = metrics("(0D, 0D, 3D), (0D, 1D, 4D)");
    assertThat(metrics.precision(1)).isEqualTo(Measured.of(0));
    assertThat(metrics.recall(1)).isEqualTo(Measured.notDefined("none is of class 'b'"));
    assertThat(metrics.f1(1)).isEqualTo(metrics.recall(1));
    assertThat(metrics.recall(0).value()).isCloseTo(3 / 7.0, within(1e-12));
    assertThat(metrics.absence()).contains("none is of class 'b'");
  }

  @Test
  void aClassThatNothingIsTakenForHasNoPrecision() {
    ClassMetrics metrics = metrics("(0D, 0D, 3D), (1D, 0D, 4D)");
    Measured none = Measured.notDefined("none was taken for class 'b'");
    assertThat(metrics.precision(1)).isEqualTo(none);
    assertThat(metrics.weightedPrecision()).isEqualTo(none);
    assertThat(metrics.recall(1)).isEqualTo(Measured.of(0));
    assertThat(metrics.f1(1)).isEqualTo(Measured.of(0));
  }

  /** Class 2 has no rows, and most rows of class 1 are taken for it. */
  @Test
  void whatIsTakenForSuchAClassIsCounted() {
    ClassMetrics metrics = metrics("(0D, 0D, 2D), (0D, 0D, 1D), (1D, 2D, 4D), (1D, 1D, 1D)");
    assertThat(metrics.classes()).containsExactly(0, 1);
    assertThat(metrics.count(0, 0)).isEqualTo(3);
    assertThat(metrics.count(1, 2)).isEqualTo(4);
    assertThat(metrics.count(2, 1)).isZero();
    assertThat(metrics.size(1)).isEqualTo(5);
    assertThat(metrics.largestShare()).isEqualTo(Measured.of(5 / 8.0));
  }

  @Test
  void itIsAmongTheWorstPairs() {
    ClassMetrics metrics = metrics("(0D, 0D, 9D), (0D, 1D, 2D), (1D, 22D, 4D), (1D, 1D, 1D)");
    List<String> names = IntStream.range(0, 30).mapToObj(i -> "name" + i).toList();
    String page = new ConfusionTable(metrics, names).table().toString();
    assertThat(page).containsSubsequence("name1", "name22", "name0", "name1");
  }

  private static ClassMetrics metrics(String values) {
    Dataset<Row> rows =
        LocalSpark.session()
            .sql(
                "SELECT prediction, label, weight, CAST(NULL AS array<double>) AS scores FROM VALUES "
                    + values
                    + " AS t(label, prediction, weight)");
    ClassTally tally = new ScoredRows(rows, false).tallied(ClassTally.ofSeveral(false));
    return new ClassMetrics(tally, List.of("a", "b", "c"));
  }
}
