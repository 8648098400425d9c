package org.sparkradam.study.histogram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SolverHistogramsTest {
  @Test
  void aSeedWhoseFirstLossIsNotFiniteHasNoPartInTheMeans() {
    SolverHistograms solver =
        new SolverHistograms(
            "adam",
            List.of(RecordedTrials.diverged("adam", 0), RecordedTrials.trial("adam", 0.7, 30)));
    assertThat(solver.lastStep()).isEqualTo(30);
    assertThat(solver.distance(1).mean()).isEqualTo(0.7);
    assertThat(solver.histograms(0)).hasSize(1);
    assertThat(solver.diverged()).isEqualTo(1);
  }

  @Test
  void asLongAsTheShortestSeed() {
    SolverHistograms solver =
        new SolverHistograms(
            "adam",
            List.of(RecordedTrials.diverged("adam", 2), RecordedTrials.trial("adam", 0.7, 30)));
    assertThat(solver.lastStep()).isEqualTo(2);
    assertThat(new SolverHistograms("none", List.of()).lastStep()).isZero();
  }
}
