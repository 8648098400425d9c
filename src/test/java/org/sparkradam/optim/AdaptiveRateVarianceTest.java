package org.sparkradam.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparkradam.optim.OracleFile.assertMatches;
import static org.sparkradam.optim.VarianceModel.EXACT;
import static org.sparkradam.optim.VarianceModel.FIRST_ORDER;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdaptiveRateVarianceTest {
  @Test
  void varianceMatchesEightyDigits() {
    for (String[] row : OracleFile.rows("variance.csv")) {
      double rho = Double.parseDouble(row[0]);
      assertMatches(AdaptiveRateVariance.exact(rho), row[1], 5e-16);
      if (!row[2].isEmpty()) {
        assertMatches(AdaptiveRateVariance.firstOrder(rho), row[2], 1e-15);
      }
    }
    assertMatches(AdaptiveRateVariance.firstOrder(1e200), "5e-201", 1e-15);
  }

  @Test
  void lengthAndRectificationMatch() {
    for (String[] row : OracleFile.rows("rectification.csv")) {
      double beta2 = Double.parseDouble(row[0]);
      long t = Long.parseLong(row[1]);
      assertMatches(AdaptiveRateVariance.smaLength(beta2, t), row[2], 1e-12);
      checkRectification(beta2, t, row[3], FIRST_ORDER);
      checkRectification(beta2, t, row[4], EXACT);
    }
  }

  /** The tables are for the decimal β2, of which the nearest double differs. */
  private static void checkRectification(
      double beta2, long t, String expected, VarianceModel model) {
    double r = AdaptiveRateVariance.rectification(beta2, t, model);
    if (expected.isEmpty()) {
      assertThat(r).isNaN();
    } else {
      assertMatches(r, expected, Math.max(2e-12, 2e-17 / (1 - beta2)));
    }
  }

  @Test
  void rectifiesFirstAtTheRightStep() {
    for (String[] row : OracleFile.rows("first_steps.csv")) {
      double beta2 = Double.parseDouble(row[0]);
      assertMatches(SmaLength.limit(beta2), row[1], 1e-9);
      assertThat(firstBeyond(beta2, 4)).isEqualTo(step(row[2]));
      assertThat(firstBeyond(beta2, 5)).isEqualTo(step(row[3]));
    }
    assertThat(firstBeyond(0.9999999999, 4)).isEqualTo(5);
    assertThat(firstBeyond(0.9999999999, 5)).isEqualTo(6);
  }

  @Test
  void neverExceedsFourWithASmallDecay() {
    assertThat(firstBeyond(0.6, 4)).isEqualTo(-1);
    assertThat(firstBeyond(0.1, 4)).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY, -1, 0, 1, 2})
  void exactIsUndefinedUpToTwo(double rho) {
    assertThat(AdaptiveRateVariance.exact(rho)).isNaN();
    assertThat(AdaptiveRateVariance.firstOrder(rho)).isNaN();
  }

  @Test
  void domainsAreOpenAndEndAtTheLimit() {
    assertThat(AdaptiveRateVariance.exact(Math.nextUp(2.0))).isPositive().isFinite();
    assertThat(AdaptiveRateVariance.firstOrder(4)).isNaN();
    assertThat(AdaptiveRateVariance.firstOrder(Math.nextUp(4.0))).isPositive().isFinite();
    assertThat(AdaptiveRateVariance.exact(Double.POSITIVE_INFINITY)).isZero();
    assertThat(AdaptiveRateVariance.firstOrder(Double.POSITIVE_INFINITY)).isZero();
    assertThat(AdaptiveRateVariance.exact(1e300)).isEqualTo(5e-301);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -0.1, 1, 1.5})
  void nothingIsDefinedForABadDecay(double beta2) {
    assertThat(AdaptiveRateVariance.smaLength(beta2, 10)).isNaN();
    assertThat(AdaptiveRateVariance.rectification(beta2, 10, FIRST_ORDER)).isNaN();
    assertThat(AdaptiveRateVariance.rectification(beta2, 10, EXACT)).isNaN();
  }

  @Test
  void nothingIsDefinedBeforeTheFirstGradient() {
    assertThat(AdaptiveRateVariance.smaLength(0.999, 0)).isNaN();
    assertThat(AdaptiveRateVariance.rectification(0.999, -1, EXACT)).isNaN();
  }

  @Test
  void rectificationIsUndefinedWhereItsVarianceIs() {
    assertThat(AdaptiveRateVariance.rectification(0.999, 4, FIRST_ORDER)).isNaN();
    assertThat(AdaptiveRateVariance.rectification(0.999, 4, EXACT)).isPositive();
    assertThat(AdaptiveRateVariance.rectification(0.999, 2, EXACT)).isNaN();
    assertThat(AdaptiveRateVariance.rectification(0.5, 1000, EXACT)).isPositive();
    assertThat(AdaptiveRateVariance.rectification(0.5, 1000, FIRST_ORDER)).isNaN();
    assertThat(AdaptiveRateVariance.rectification(0, 1000, EXACT)).isNaN();
  }

  @Test
  void withoutMemoryTheAverageHasLengthOne() {
    assertThat(AdaptiveRateVariance.smaLength(0, 1)).isEqualTo(1);
    assertThat(AdaptiveRateVariance.smaLength(0, 1000)).isEqualTo(1);
  }

  private static long step(String cell) {
    return cell.isEmpty() ? -1 : Long.parseLong(cell);
  }

  private static long firstBeyond(double beta2, double threshold) {
    for (long t = 1; t <= 10_000; t++) {
      if (AdaptiveRateVariance.smaLength(beta2, t) > threshold) {
        return t;
      }
    }
    return -1;
  }
}
