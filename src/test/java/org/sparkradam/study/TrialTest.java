package org.sparkradam.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparkradam.study.solver.Solver;
import org.sparkradam.study.solver.SolverParser;

class TrialTest {
  private static final Solver ADAM = SolverParser.parse("adam");
  private static final Solver SGD = SolverParser.parse("sgd");

  @Test
  void gridGoesSeedBySeedRateByRate() {
    assertThat(Trial.grid(List.of(ADAM, SGD), new double[] {0.1, 0.01}, new long[] {5, 3}))
        .containsExactly(
            new Trial(1, ADAM, 0.1, 5),
            new Trial(2, SGD, 0.1, 5),
            new Trial(3, ADAM, 0.01, 5),
            new Trial(4, SGD, 0.01, 5),
            new Trial(5, ADAM, 0.1, 3),
            new Trial(6, SGD, 0.1, 3),
            new Trial(7, ADAM, 0.01, 3),
            new Trial(8, SGD, 0.01, 3));
  }

  @Test
  void title() {
    assertThat(new Trial(1, ADAM, 0.1, 5).title()).isEqualTo("adam, learning rate 0.1, seed 5");
  }

  @Test
  void aSolverWithoutARateRunsOnceASeedAfterTheOthers() {
    Solver lbfgs = SolverParser.parse("lbfgs");
    assertThat(Trial.grid(List.of(lbfgs, SGD), new double[] {0.1, 0.01}, new long[] {5, 3}))
        .extracting(Trial::title)
        .containsExactly(
            "sgd, learning rate 0.1, seed 5",
            "sgd, learning rate 0.01, seed 5",
            "lbfgs, seed 5",
            "sgd, learning rate 0.1, seed 3",
            "sgd, learning rate 0.01, seed 3",
            "lbfgs, seed 3");
  }
}
