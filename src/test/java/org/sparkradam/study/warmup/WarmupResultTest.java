package org.sparkradam.study.warmup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparkradam.study.warmup.WarmupRules.result;
import static org.sparkradam.study.warmup.WarmupRules.steady;

import org.junit.jupiter.api.Test;
import org.sparkradam.study.solver.SolverParser;

/** Which RAdam is compared with what. */
class WarmupResultTest {
  private static final String HELD_BACK = "radam:warmup=untuned-linear";

  @Test
  void rAdamWithAnUntunedWarmupDoesNotStandForIt() {
    assertThat(isAbout(HELD_BACK + ",adam")).isFalse();
    assertThat(isAbout(HELD_BACK + ",adam,radam")).isTrue();
  }

  @Test
  void theOneWithoutWarmupIsComparedWithTheOther() {
    WarmupResult result =
        result(steady(HELD_BACK, 0.5, 0.6, 0.5), steady("adam", 0.5, 0.6, 0.5), rAdam());
    assertThat(result.rAdam().name()).isEqualTo("radam");
    assertThat(result.differences(result.metric()))
        .extracting(differences -> differences.get(0).other().name())
        .containsExactly(HELD_BACK, "adam");
  }

  @Test
  void warmupsAloneWhereThereAreAny() {
    WarmupResult result =
        result(rAdam(), steady("sgd", 0.5, 0.5, 0.5), steady("adam:warmup=9", 0.5, 0.6, 0.5));
    assertThat(result.warmupDifferences(result.metric()))
        .extracting(differences -> differences.get(0).other().name())
        .containsExactly("adam:warmup=9");
  }

  private static WarmupRule rAdam() {
    return steady("radam", 0.5, 0.7, 0.5);
  }

  private static boolean isAbout(String solvers) {
    return WarmupResult.isAbout(SolverParser.parseList(solvers));
  }
}
