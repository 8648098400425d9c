package org.sparkradam.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Ten thousand steps against the paper's algorithm 2 in 34-digit arithmetic. */
class HighPrecisionTest {
  private static final MathContext DIGITS = MathContext.DECIMAL128;
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal FOUR = BigDecimal.valueOf(4);
  private static final int STEPS = 10_000;

  @Test
  void radamDoesNotDrift() {
    Exact exact = new Exact(RAdam.defaults());
    Optimizer optimizer = Optimizer.of(RAdam.defaults(), 0.01);
    RuleState state = optimizer.start(1);
    double[] weights = {1};
    SplittableRandom random = new SplittableRandom(20);
    for (int t = 1; t <= STEPS; t++) {
      double gradient = 0.3 + 2 * random.nextDouble() - 1;
      optimizer.step(state, weights, new double[] {gradient});
      exact.step(gradient, 0.01);
      if (t % 1000 == 0) {
        assertThat(weights[0]).isEqualTo(exact.weight.doubleValue(), within(1e-12));
      }
    }
    assertThat(state.array("firstMoment")[0]).isEqualTo(exact.m.doubleValue(), within(1e-15));
    assertThat(state.array("secondMoment")[0]).isEqualTo(exact.v.doubleValue(), within(1e-15));
  }

  /** A steady gradient leaves Adam's direction at g/(|g| + ε) for ever. */
  @Test
  void adamFollowsItsClosedForm() {
    Optimizer optimizer = Optimizer.of(Adam.defaults(), 0.01);
    double[] weights = Objective.constant(0.25, -3).minimise(optimizer, STEPS, 0, 0);
    assertThat(weights[0]).isEqualTo(-0.01 * STEPS * 0.25 / (0.25 + 1e-8), within(1e-10));
    assertThat(weights[1]).isEqualTo(0.01 * STEPS * 3 / (3 + 1e-8), within(1e-10));
  }

  /** A steady gradient brings the heavy ball's velocity to g(1-μ^t)/(1-μ). */
  @Test
  void heavyBallFollowsItsClosedForm() {
    Optimizer optimizer = Optimizer.of(Sgd.defaults().withMomentum(0.9), 0.01);
    double[] weights = Objective.constant(0.25).minimise(optimizer, STEPS, 0);
    double travelled = 10 * (STEPS - 0.9 * (1 - Math.pow(0.9, STEPS)) * 10);
    assertThat(weights[0]).isEqualTo(-0.01 * 0.25 * travelled, within(1e-9));
  }

  private static final class Exact {
    private final BigDecimal beta1;
    private final BigDecimal beta2;
    private final BigDecimal epsilon;
    private final BigDecimal limit;
    private BigDecimal power1 = ONE;
    private BigDecimal power2 = ONE;
    private BigDecimal m = BigDecimal.ZERO;
    private BigDecimal v = BigDecimal.ZERO;
    private BigDecimal weight = ONE;
    private int t;

    Exact(RAdam rule) {
      beta1 = new BigDecimal(rule.beta1());
      beta2 = new BigDecimal(rule.beta2());
      epsilon = new BigDecimal(rule.epsilon());
      limit = TWO.divide(ONE.subtract(beta2), DIGITS).subtract(ONE);
    }

    void step(double g, double rate) {
      BigDecimal gradient = new BigDecimal(g);
      t++;
      power1 = power1.multiply(beta1, DIGITS);
      power2 = power2.multiply(beta2, DIGITS);
      m = mean(beta1, m, gradient);
      v = mean(beta2, v, gradient.multiply(gradient, DIGITS));
      BigDecimal direction =
          m.divide(ONE.subtract(power1, DIGITS), DIGITS).multiply(scale(), DIGITS);
      weight = weight.subtract(direction.multiply(new BigDecimal(rate), DIGITS), DIGITS);
    }

    private BigDecimal scale() {
      BigDecimal correction = ONE.subtract(power2, DIGITS);
      BigDecimal missing = BigDecimal.valueOf(2L * t).multiply(power2).divide(correction, DIGITS);
      BigDecimal rho = limit.subtract(missing, DIGITS);
      if (rho.compareTo(FOUR) <= 0) {
        return ONE;
      }
      BigDecimal squared = inverseVariance(rho).divide(inverseVariance(limit), DIGITS);
      BigDecimal numerator = squared.multiply(correction, DIGITS).sqrt(DIGITS);
      return numerator.divide(v.sqrt(DIGITS).add(epsilon), DIGITS);
    }

    private static BigDecimal inverseVariance(BigDecimal rho) {
      return rho.subtract(FOUR).multiply(rho.subtract(TWO)).divide(rho, DIGITS);
    }

    private static BigDecimal mean(BigDecimal beta, BigDecimal old, BigDecimal next) {
      return beta.multiply(old).add(ONE.subtract(beta).multiply(next), DIGITS);
    }
  }
}
