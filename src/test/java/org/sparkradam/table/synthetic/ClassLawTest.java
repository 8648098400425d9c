package org.sparkradam.table.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ClassLawTest {
  private static final double[] SCORES = {1, -1};

  @Test
  void probabilitiesAreSoftmaxWithTheFirstClassAtZero() {
    double[] probabilities = new LabelLaw.Classes(new double[] {-1, 1}, 0).probabilities(SCORES);
    assertThat(probabilities)
        .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-15));
  }

  @Test
  void noiseMovesProbabilityToTheOtherClasses() {
    LabelLaw.Classes law = new LabelLaw.Classes(new double[] {1_000, 0}, 0.2);
    assertThat(law.probabilities(SCORES))
        .containsExactly(new double[] {0.1, 0.8, 0.1}, within(1e-15));
    double entropy = -0.8 * Math.log(0.8) - 0.2 * Math.log(0.1);
    assertThat(law.bestLoss(SCORES)).isCloseTo(entropy, within(1e-15));
  }

  @Test
  void certainLabelsCostNothing() {
    LabelLaw.Classes law = new LabelLaw.Classes(new double[] {10_000, 0}, 0);
    assertThat(law.bestLoss(SCORES)).isZero();
    assertThat(law.draw(SCORES, new RowRandom().restart(1, 1))).isEqualTo(1);
  }
}
