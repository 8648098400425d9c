package org.sparkradam.table.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TallyTest {
  @Test
  void bitsDoNotDependOnThePartitions() {
    SyntheticSpec spec = Tables.BINARY.withRows(150_000);
    Tally one = Tables.tally(spec.withPartitions(1));
    Tally seven = Tables.tally(spec.withPartitions(7));
    assertThat(seven.lossSum()).isEqualTo(one.lossSum());
    assertThat(seven.counts()).isEqualTo(one.counts());
  }

  @Test
  void labelNoiseRaisesTheBestLoss() {
    double clean = Tables.bestLoss(Tables.BINARY);
    double noisy = Tables.bestLoss(withNoise(0.05));
    double noisier = Tables.bestLoss(withNoise(0.2));
    assertThat(noisy).isGreaterThan(clean + 0.05);
    assertThat(noisier).isGreaterThan(noisy + 0.05).isLessThan(Math.log(2));
  }

  static SyntheticSpec[] classSpecs() {
    return new SyntheticSpec[] {
      Tables.BINARY, withNoise(0.1), Tables.MULTICLASS, Tables.MULTICLASS.withDrift(1)
    };
  }

  /** The labels' log loss under the true probabilities: a Monte-Carlo estimate of the entropy. */
  @ParameterizedTest
  @MethodSource("classSpecs")
  void bestLossIsTheLogLossOfTheTrueProbabilities(SyntheticSpec spec) {
    double[] excesses = Tables.excesses(spec);
    double sum = Arrays.stream(excesses).sum();
    double squares = Arrays.stream(excesses).map(excess -> excess * excess).sum();
    double standardError = Math.sqrt(squares) / spec.rows();
    assertThat(sum / spec.rows()).isCloseTo(0, within(3 * standardError));
    assertThat(standardError).isLessThan(0.01);
  }

  @Test
  void regressionsBestLossIsHalfTheNoiseVariance() {
    SyntheticSpec spec = SyntheticSpec.of(new Target.Regression(0.5)).withRows(1_000);
    assertThat(Tables.bestLoss(spec)).isEqualTo(0.125);
    assertThat(Tables.tally(spec).counts()).isEmpty();
  }

  private static SyntheticSpec withNoise(double noise) {
    return SyntheticSpec.of(new Target.Classes(2, 0.1, noise)).withRows(20_000);
  }
}
