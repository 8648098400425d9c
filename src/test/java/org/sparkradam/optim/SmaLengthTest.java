package org.sparkradam.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmaLengthTest {
  private static final MathContext DIGITS = new MathContext(80);
  private static final long[] STEPS = {
    1, 2, 3, 4, 5, 6, 7, 10, 49, 50, 100, 499, 500, 501, 1000, 12_345, 1_000_000, 100_000_000
  };

  @ParameterizedTest
  @ValueSource(
      doubles = {
        1e-12,
        0.1,
        0.3,
        0.5,
        0.6,
        0.6065,
        0.7,
        0.9,
        0.99,
        0.999,
        0.9999,
        0.999999,
        0.9999999,
        1 - 1e-9,
        1 - 1e-12,
        1 - 0x1p-53
      })
  void matchesEightyDigits(double beta2) {
    for (long t : STEPS) {
      assertClose(beta2, t);
    }
  }

  @Test
  void matchesEightyDigitsAtRandom() {
    SplittableRandom random = new SplittableRandom(1908_03265);
    for (int i = 0; i < 300; i++) {
      double beta2 = 1 - Math.pow(10, -12 * random.nextDouble());
      assertClose(Math.max(0.1, beta2), (long) Math.pow(10, 6 * random.nextDouble()));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.9, 0.999, 0.999999, 1 - 1e-9, 1 - 1e-12})
  void growsFromOneToItsLimit(double beta2) {
    double limit = 2 / (1 - beta2) - 1;
    double before = 1;
    assertThat(SmaLength.after(beta2, 1)).isEqualTo(1, within(4e-16));
    for (long t = 2; t < 1L << 60; t += 1 + t / 50) {
      double length = SmaLength.after(beta2, t);
      assertThat(length).isBetween(before * (1 - 4e-16), limit);
      before = length;
    }
    assertThat(before).isEqualTo(limit, within(1e-15 * limit));
  }

  private static void assertClose(double beta2, long t) {
    double expected = reference(beta2, t);
    assertThat(AdaptiveRateVariance.smaLength(beta2, t))
        .as("β2 = %s, t = %d", beta2, t)
        .isEqualTo(expected, within(2e-15 * expected));
  }

  private static double reference(double beta2, long t) {
    BigDecimal beta = new BigDecimal(beta2);
    BigDecimal two = BigDecimal.valueOf(2);
    BigDecimal power = beta.pow((int) t, DIGITS);
    BigDecimal limit =
        two.divide(BigDecimal.ONE.subtract(beta, DIGITS), DIGITS).subtract(BigDecimal.ONE, DIGITS);
    BigDecimal missing =
        two.multiply(BigDecimal.valueOf(t))
            .multiply(power)
            .divide(BigDecimal.ONE.subtract(power, DIGITS), DIGITS);
    return limit.subtract(missing, DIGITS).doubleValue();
  }
}
