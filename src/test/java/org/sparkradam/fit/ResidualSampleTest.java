package org.sparkradam.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.sparkradam.fit.RegressionMeasures.ErrorTally;
import org.sparkradam.testing.LocalSpark;

class ResidualSampleTest {
  private static ResidualSample sample(long rows) {
    Dataset<Row> numbers =
        LocalSpark.session()
            .range(0, rows, 1, 3)
            .selectExpr(
                "double(id) AS prediction",
                "double(id + 1) AS label",
                "1D AS weight",
                "CAST(NULL AS array<double>) AS scores");
    return new ScoredRows(numbers, false).tallied(new ErrorTally()).sample();
  }

  @Test
  void fewRowsAreAllThere() {
    ResidualSample all = sample(1000);
    assertThat(all.isPart()).isFalse();
    assertThat(all.pairs()).hasSize(1000).allMatch(pair -> pair.residual() == 1);
  }

  @Test
  void ofManyRowsThereIsARepeatablePartFromEverywhere() {
    ResidualSample part = sample(1_000_000);
    List<ResidualSample.Pair> pairs = part.pairs();
    assertThat(part.isPart()).isTrue();
    assertThat(pairs.size()).isBetween(ResidualSample.MOST / 2, ResidualSample.MOST);
    assertThat(pairs.get(pairs.size() / 2).prediction()).isCloseTo(500_000, within(10_000.0));
    assertThat(sample(1_000_000).pairs()).isEqualTo(pairs);
  }
}
