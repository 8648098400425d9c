package org.sparkradam.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparkradam.optim.OracleFile.assertMatches;
import static org.sparkradam.optim.VarianceModel.EXACT;
import static org.sparkradam.optim.VarianceModel.FIRST_ORDER;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdaptiveRateVarianceTest {
  @ParameterizedTest
  @CsvSource({
    "2.0001, 19997.858685707542957",
    "2.01, 197.88591261773065721",
    "2.1, 18.106236160480775296",
    "2.5, 2.7152670947776818731",
    "3, 1.0901406828972559708",
    "4, 0.42920367320510338077",
    "4.5, 0.31949307741593785379",
    "5, 0.25195606140537479317",
    "10, 0.075545959275055933497",
    "20, 0.03042408473011500313",
    "26, 0.02232958759480424678564",
    "500, 0.0010075417015241904279",
    "1999, 0.00025059493183033063236",
    "1000000, 5.0000187500518751254e-7",
    "1000000000, 5.0000000187500000519e-10"
  })
  void exactVarianceMatchesFiftyDigits(double rho, String expected) {
    assertMatches(AdaptiveRateVariance.exact(rho), expected, 5e-16);
  }

  @ParameterizedTest
  @CsvSource({
    "4.5, 1.8",
    "5, 0.83333333333333333333",
    "6, 0.375",
    "20, 0.034722222222222222222",
    "1999, 0.00025087756948706267421",
    "1e200, 5e-201"
  })
  void firstOrderVarianceMatches(double rho, String expected) {
    assertMatches(AdaptiveRateVariance.firstOrder(rho), expected, 1e-15);
  }

  @ParameterizedTest
  @CsvSource({
    "0.9, 5, 4.58057190300603159874, 0.1561107632751250563026",
    "0.9, 10, 8.293201344247410041861, 0.4926880710403675753026",
    "0.9, 10000, 19, 1",
    "0.99, 5, 4.959800416119991111764, 0.05447104404795759007577",
    "0.99, 100, 83.526493982878912333, 0.6341168514282313152496",
    "0.999, 5, 4.995998000401601199999, 0.01731150316637955625098",
    "0.999, 6, 5.994163751656717318656, 0.02582111280186521637784",
    "0.999, 1000, 835.967375610793578401, 0.6453256523380653773885",
    "0.999, 10000, 1998.096492265991565775, 0.9997733049343513324872",
    "0.9999, 5, 4.999599980000400160012, 0.005476942408542295870847",
    "0.9999, 10000, 8360.386547779014863783, 0.6464252623798385988893",
    "0.999999, 5, 4.999995999998, 0.000547722274513"
  })
  void lengthAndRectificationMatch(double beta2, long t, String rho, String rectification) {
    assertMatches(AdaptiveRateVariance.smaLength(beta2, t), rho, 1e-12);
    double r = AdaptiveRateVariance.rectification(beta2, t, FIRST_ORDER);
    assertMatches(r, rectification, beta2 > 0.99995 ? 1e-10 : 1e-12);
  }

  @ParameterizedTest
  @CsvSource({
    "0.9, 3, 0.155746839531728",
    "0.9, 10, 0.568269209624629",
    "0.99, 4, 0.0765911360723102",
    "0.999, 3, 0.0151480056765405",
    "0.999, 5, 0.0315100557005572",
    "0.999, 1000, 0.645833665734038",
    "0.9999, 10000, 0.646475911559445"
  })
  void exactRectificationMatches(double beta2, long t, String expected) {
    assertMatches(AdaptiveRateVariance.rectification(beta2, t, EXACT), expected, 5e-12);
  }

  @ParameterizedTest
  @CsvSource({
    "0.7, 6, 10",
    "0.75, 6, 8",
    "0.8, 5, 7",
    "0.85, 5, 6",
    "0.9, 5, 6",
    "0.99, 5, 6",
    "0.999, 5, 6",
    "0.9999, 5, 6",
    "0.999999, 5, 6",
    "0.9999999999, 5, 6"
  })
  void rectifiesFirstAtTheRightStep(double beta2, long beyondFour, long beyondFive) {
    assertThat(firstBeyond(beta2, 4)).isEqualTo(beyondFour);
    assertThat(firstBeyond(beta2, 5)).isEqualTo(beyondFive);
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

  @Test
  void wholeVarianceTables() throws IOException {
    for (String[] row : OracleFile.rows("var_psi.csv")) {
      double rho = Double.parseDouble(row[0]);
      assertMatches(AdaptiveRateVariance.exact(rho), row[1], 5e-16);
      assertMatches(AdaptiveRateVariance.firstOrder(rho), row[2], 1e-15);
    }
    for (String[] row : OracleFile.rows("var_psi_stable.csv")) {
      assertMatches(AdaptiveRateVariance.exact(Double.parseDouble(row[0])), row[1], 5e-16);
    }
  }

  @Test
  void wholeLengthTable() throws IOException {
    for (String[] row : OracleFile.rows("rho_r_table.csv")) {
      checkLength(row, 2);
      checkRectification(row, 3, FIRST_ORDER);
    }
  }

  @Test
  void wholeRectifierTable() throws IOException {
    for (String[] row : OracleFile.rows("exact_vs_first_order_rectifier.csv")) {
      checkLength(row, 2);
      checkRectification(row, 3, EXACT);
      checkRectification(row, 4, FIRST_ORDER);
    }
  }

  @Test
  void wholeTableOfFirstSteps() throws IOException {
    List<String[]> rows = OracleFile.rows("first_rectified_step.csv");
    for (String[] row : rows) {
      double beta2 = Double.parseDouble(row[0]);
      assertThat(firstBeyond(beta2, 4)).isEqualTo(step(row[2]));
      assertThat(firstBeyond(beta2, 5)).isEqualTo(step(row[3]));
      assertMatches(SmaLength.limit(beta2), row[1], 1e-9);
      for (int k = 2; k <= 3 && step(row[k]) > 0; k++) {
        String[] at = {row[0], row[k], row[2 * k], row[2 * k + 1]};
        checkLength(at, 2);
        checkRectification(at, 3, FIRST_ORDER);
      }
    }
  }

  private static void checkLength(String[] row, int column) {
    double rho = AdaptiveRateVariance.smaLength(Double.parseDouble(row[0]), step(row[1]));
    assertMatches(rho, row[column], 1e-12);
  }

  /** The tables are for the decimal β2, of which the nearest double differs. */
  private static void checkRectification(String[] row, int column, VarianceModel model) {
    double beta2 = Double.parseDouble(row[0]);
    double r = AdaptiveRateVariance.rectification(beta2, step(row[1]), model);
    if (row[column].isEmpty()) {
      assertThat(r).isNaN();
    } else {
      assertMatches(r, row[column], Math.max(2e-12, 2e-17 / (1 - beta2)));
    }
  }

  private static long step(String cell) {
    return cell.equals("never") ? -1 : Long.parseLong(cell);
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
