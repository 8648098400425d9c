package org.sparkradam.benchmark.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.sparkradam.benchmark.stages.ContestResult.Score;

class ContestTableTest {
  private static final Contest CONTEST = Contest.all().get(0);

  private static ContestResult result(OptionalDouble tuned) {
    return new ContestResult(
        CONTEST, new Score(0.202, 0.25, 0.9, 3), new Score(0.3, 0.35, 0.8, 12), tuned);
  }

  @Test
  void oursComesFirstInBothForms() {
    ContestTable table = new ContestTable(List.of(result(OptionalDouble.of(0.2))));
    assertThat(table.text().lines().skip(2))
        .containsExactly(
            "| flights logistic | log loss | 0.25 | 0.35 | auc | 0.9 | 0.8 | 3 | 12 | 1.00 % |");
    assertThat(table.csv().lines().skip(1))
        .allMatch(line -> line.startsWith("flights,logistic,"))
        .hasSize(2)
        .first()
        .asString()
        .contains(",ours,log loss,0.202,0.25,auc,0.9,3.0,0.2,0.01");
  }

  @Test
  void whatWasNotTunedHasNoGap() {
    assertThat(result(OptionalDouble.empty()).gap()).isNaN();
    assertThat(result(OptionalDouble.of(0.2)).gap()).isCloseTo(0.01, within(1e-12));
    ContestTable table = new ContestTable(List.of(result(OptionalDouble.empty())));
    assertThat(table.csv()).contains("12.0,,\n");
  }

  @Test
  void everyStageIsHeldAgainstSparks() {
    assertThat(Contest.all().stream().map(contest -> contest.theirs().getClass()).distinct())
        .hasSize(6);
  }
}
