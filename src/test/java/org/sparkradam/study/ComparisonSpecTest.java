package org.sparkradam.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sparkradam.fit.model.LinearKind;
import org.sparkradam.fit.model.LinearModel;
import org.sparkradam.table.column.BadInputException;

class ComparisonSpecTest {
  private static final double[] RATES = {0.1, 0.01};
  private static final long[] SEEDS = {1, 2};

  @Test
  void aMinibatchIsNeverMoreThanAllRows() {
    ComparisonSpec spec = spec("sgd", RATES, SEEDS, 10);
    assertThat(spec.batchFraction(4000)).isEqualTo(0.025);
    assertThat(spec.batchFraction(100)).isEqualTo(1);
    assertThat(spec.batchFraction(50)).isEqualTo(1);
  }

  @Test
  void everySolverRunsAtEveryRateAndSeed() {
    assertThat(spec("radam,adam,sgd", RATES, SEEDS, 10).trials()).hasSize(12);
  }

  @Test
  void refusesASolverThatWouldNeverStep() {
    assertThatThrownBy(() -> spec("sgd,adam-2k", RATES, SEEDS, 200))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("adam-2k")
        .hasMessageContaining("200");
    assertThat(spec("sgd,adam-2k", RATES, SEEDS, 2001).solvers()).hasSize(2);
  }

  @Test
  void refusesARateOrASeedThatIsThereTwice() {
    assertThatThrownBy(() -> spec("sgd", new double[] {0.1, 0.2, 0.10}, SEEDS, 10))
        .isInstanceOf(BadInputException.class)
        .hasMessage("learning rate 0.1 is there twice");
    assertThatThrownBy(() -> spec("sgd", RATES, new long[] {3, 3}, 10))
        .isInstanceOf(BadInputException.class)
        .hasMessage("seed 3 is there twice");
  }

  private static ComparisonSpec spec(String solvers, double[] rates, long[] seeds, long steps) {
    return Specs.of(new LinearModel(LinearKind.LOGISTIC, 2, 2), solvers, rates, seeds, 100, steps);
  }
}
