package org.sparkradam.study.variance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class CentralMomentsTest {
  @Test
  void knowsTheMomentsOfASmallSample() {
    // Mean 3; deviations -2, -1, 3.
    assertThat(CentralMoments.of(new double[] {1, 2, 6}))
        .isEqualTo(new CentralMoments(3, 3, 14, 18, 98));
  }

  @Test
  void mergesToTheMomentsOfTheWhole() {
    // Skewed and far from 0, so that every term of the merge counts and cancellation would show.
    SplittableRandom random = new SplittableRandom(1);
    double[] values =
        DoubleStream.generate(() -> 1000 + Math.exp(random.nextGaussian())).limit(997).toArray();
    CentralMoments whole = CentralMoments.of(values);
    CentralMoments merged =
        CentralMoments.of(Arrays.copyOf(values, 1))
            .merge(CentralMoments.of(Arrays.copyOfRange(values, 1, 300)))
            .merge(CentralMoments.of(Arrays.copyOfRange(values, 300, 997)));
    assertThat(merged.count()).isEqualTo(997);
    assertClose(merged.mean(), whole.mean());
    assertClose(merged.second(), whole.second());
    assertClose(merged.third(), whole.third());
    assertClose(merged.fourth(), whole.fourth());
  }

  @Test
  void theStandardErrorIsThatOfRepeatedSamples() {
    SplittableRandom random = new SplittableRandom(2);
    double[] variances = new double[2000];
    double told = 0;
    for (int i = 0; i < variances.length; i++) {
      double[] sample = DoubleStream.generate(random::nextDouble).limit(100).toArray();
      VarianceEstimate estimate = VarianceEstimate.of(CentralMoments.of(sample));
      variances[i] = estimate.variance();
      told += estimate.standardError() / variances.length;
    }
    VarianceEstimate repeated = VarianceEstimate.of(CentralMoments.of(variances));
    assertThat(Arrays.stream(variances).average().orElseThrow()).isCloseTo(1 / 12.0, within(5e-4));
    assertThat(told).isCloseTo(Math.sqrt(repeated.variance()), within(0.06 * told));
  }

  private static void assertClose(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-10 * Math.abs(expected)));
  }
}
