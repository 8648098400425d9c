package org.sparkradam.loss.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExponentialTest {
  private static double[] powers(double... x) {
    double[] powers = x.clone();
    Exponential.apply(powers, x.length, new Workspace());
    return powers;
  }

  @Test
  void isWithinTwoUnitsOfStrictMaths() {
    for (double scale : new double[] {1e-3, 1, 30, 708}) {
      double[] x = new SplittableRandom(3).doubles(10_000, -scale, scale).toArray();
      double[] powers = powers(x);
      for (int i = 0; i < x.length; i++) {
        double expected = StrictMath.exp(x[i]);
        assertThat(powers[i]).isCloseTo(expected, within(2 * Math.ulp(expected)));
      }
    }
  }

  @Test
  void hasTheLimitsOfTheFunction() {
    double infinity = Double.POSITIVE_INFINITY;
    assertThat(powers(0, -0.0, 710, 1e300, infinity, -746, -1e4, -infinity, Double.NaN))
        .containsExactly(1, 1, infinity, infinity, infinity, 0, 0, 0, Double.NaN);
    assertThat(powers(-720, -745)).containsExactly(StrictMath.exp(-720), StrictMath.exp(-745));
  }

  @Test
  void leavesTheRestAlone() {
    double[] x = {1, 2, 3};
    Exponential.apply(x, 2, new Workspace());
    assertThat(x[2]).isEqualTo(3);
  }
}
