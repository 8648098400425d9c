package org.sparkradam.study.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sparkradam.study.paired.PairedDifference.Bootstrap;

class BootstrapTest {
  @Test
  void equalValuesLeaveNoDoubt() {
    assertThat(Bootstrap.ofMean(new double[] {0.5, 0.5, 0.5})).isEqualTo(new Interval(0.5, 0.5));
  }

  /** Of two values half of all draws are mixed, a quarter each is twice the same. */
  @Test
  void twoValuesAreTheEnds() {
    assertThat(Bootstrap.ofMean(new double[] {1, 3})).isEqualTo(new Interval(1, 3));
  }

  @Test
  void ofOneValueNothingIsKnown() {
    assertThat(Bootstrap.ofMean(new double[] {1}).low()).isNaN();
    assertThat(Bootstrap.ofMean(new double[] {1}).excludesZero()).isFalse();
  }

  @Test
  void ofManyValuesItIsTheNormalInterval() {
    SplittableRandom random = new SplittableRandom(7);
    double[] values = random.doubles(400).map(u -> u - 0.5).toArray();
    double mean = java.util.Arrays.stream(values).average().orElseThrow();
    double error = Math.sqrt(1.0 / 12 / 400);
    Interval interval = Bootstrap.ofMean(values);
    assertThat(interval.low()).isCloseTo(mean - 1.96 * error, within(0.15 * error));
    assertThat(interval.high()).isCloseTo(mean + 1.96 * error, within(0.15 * error));
  }

  /** What the Javadoc says of five normal values: the mean is inside 83 times in 100. */
  @Test
  void coverageOfFiveNormalValues() {
    SplittableRandom random = new SplittableRandom(3);
    int covered = 0;
    int runs = 2000;
    for (int i = 0; i < runs; i++) {
      double[] values = new double[5];
      java.util.Arrays.setAll(values, k -> random.nextGaussian());
      covered += Bootstrap.ofMean(values).excludesZero() ? 0 : 1;
    }
    assertThat((double) covered / runs).isCloseTo(0.83, within(0.02));
  }

  @Test
  void theSameValuesGiveTheSameBits() {
    double[] values = {0.1, 0.7, -0.2, 0.4};
    assertThat(Bootstrap.ofMean(values)).isEqualTo(Bootstrap.ofMean(values.clone()));
  }
}
