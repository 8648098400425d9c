package org.sparkradam.table.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SettledModelTest {
  @Test
  void lastBitsAreForgottenAndTheRestIsKept() {
    double mean = 1.0 / 3;
    double other = mean + 3 * Math.ulp(mean);
    assertThat(SettledModel.rounded(other, other)).isEqualTo(SettledModel.rounded(mean, mean));
    assertThat(SettledModel.rounded(mean, mean)).isCloseTo(mean, within(1e-9));
  }

  @Test
  void aMeanIsKeptToWithinItsDeviation() {
    assertThat(SettledModel.rounded(1.7e15 + 0.25, 1e6)).isCloseTo(1.7e15, within(1.0));
    assertThat(SettledModel.rounded(0, 0)).isZero();
    assertThat(SettledModel.rounded(5, 0)).isEqualTo(5);
  }
}
