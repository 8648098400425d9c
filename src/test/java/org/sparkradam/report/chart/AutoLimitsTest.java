package org.sparkradam.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AutoLimitsTest {
  private static final Axis STEP = Axis.linear("step");
  private static final Axis LOSS = Axis.linear("loss");

  @Test
  void holdTheWholeOfHealthyCurves() {
    Limits limits = vertical(LOSS, curve(AutoLimitsTest::falling), curve(i -> 0.69 - 0.001 * i));
    assertThat(limits.low()).isBetween(0.27, 0.3);
    assertThat(limits.high()).isBetween(0.69, 0.72);
  }

  @Test
  void aDivergedCurveDoesNotSquashTheRest() {
    Limits limits =
        vertical(LOSS, curve(AutoLimitsTest::falling), curve(i -> 0.69 * Math.exp(0.2 * i)));
    assertThat(limits.high()).isBetween(0.69, 1.2);
    Limits log =
        vertical(
            Axis.log("loss"), curve(AutoLimitsTest::falling), curve(i -> 0.69 * Math.exp(0.2 * i)));
    assertThat(log.high()).isBetween(0.69, 2.0);
  }

  @Test
  void manyDivergedCurvesDoNotSquashTheRest() {
    List<Series> series =
        new ArrayList<>(
            List.of(
                curve(AutoLimitsTest::falling),
                curve(AutoLimitsTest::falling),
                curve(AutoLimitsTest::falling)));
    for (int c = 1; c < 4; c++) {
      double speed = 0.2 * c;
      series.add(curve(i -> 0.69 * Math.exp(speed * i)));
    }
    assertThat(vertical(LOSS, series.toArray(Series[]::new)).high()).isBetween(0.69, 1.5);
  }

  @Test
  void aBandThatReachesADivergedSeedIsCut() {
    double[] x = {0, 1, 2};
    double[] y = {0.7, 0.5, 0.4};
    Series series =
        Series.banded("a", x, y, new double[] {0.7, 0.4, 0.3}, new double[] {0.7, 0.6, 1e6});
    Limits limits = vertical(LOSS, series);
    assertThat(limits.high()).isBetween(0.7, 1.0);
    assertThat(limits.low()).isLessThanOrEqualTo(0.3);
  }

  @Test
  void aPeakInTheMiddleIsHeld() {
    assertThat(vertical(LOSS, curve(i -> i == 50 ? 1000 : 0)).high()).isGreaterThan(1000);
  }

  @Test
  void aMinorityThatIsMuchBetterIsHeld() {
    Series[] stuck = IntStream.range(0, 9).mapToObj(c -> curve(i -> 2.3)).toArray(Series[]::new);
    Series[] all = Arrays.copyOf(stuck, 10);
    all[9] = curve(i -> 2.3 * Math.exp(-i / 10.0));
    assertThat(vertical(LOSS, all).low()).isLessThan(0.01);
    assertThat(vertical(Axis.log("loss"), all).low()).isLessThan(1e-4);
  }

  @Test
  void referenceLinesAreHeld() {
    Plot plot =
        Plot.of("", STEP, LOSS, List.of(curve(AutoLimitsTest::falling)))
            .withReferences(List.of(new Plot.ReferenceLine("optimum", 0.1)));
    assertThat(plot.vertical().low()).isLessThan(0.1);
  }

  @Test
  void thereAreLimitsWhateverThereIs() {
    assertThat(vertical(LOSS)).isEqualTo(new Limits(0, 1));
    assertThat(vertical(Axis.log("loss"))).isEqualTo(new Limits(0.1, 1));
    assertThat(vertical(LOSS, curve(i -> Double.NaN))).isEqualTo(new Limits(0, 1));
    assertThat(vertical(LOSS, curve(i -> 0))).isEqualTo(new Limits(0, 0.5));
    assertThat(vertical(LOSS, curve(i -> -3)).low()).isLessThan(-3);
    assertThat(vertical(Axis.log("loss"), curve(i -> -i))).isEqualTo(new Limits(0.1, 1));
    assertThat(vertical(LOSS, curve(i -> Double.MAX_VALUE))).isEqualTo(new Limits(0, 1));
  }

  @Test
  void alignedPlotsShareTheirAxes() {
    Plot one = Plot.of("1", STEP, LOSS, List.of(curve(AutoLimitsTest::falling)));
    Plot two =
        Plot.of(
            "2",
            STEP,
            LOSS,
            List.of(Series.line("b", new double[] {0, 500}, new double[] {0.69, 0.1})));
    List<Plot> aligned = Plot.aligned(List.of(one, two));
    assertThat(aligned.get(0).horizontal()).isEqualTo(aligned.get(1).horizontal());
    assertThat(aligned.get(0).vertical()).isEqualTo(aligned.get(1).vertical());
    assertThat(aligned.get(0).horizontal().high()).isGreaterThan(500);
    assertThat(aligned.get(0).vertical().low()).isLessThan(0.1);
    assertThat(Plot.aligned(List.of())).isEmpty();
  }

  private static Limits vertical(Axis y, Series... series) {
    return Plot.of("", STEP, y, List.of(series)).vertical();
  }

  private static double falling(int step) {
    return 0.3 + 0.39 * Math.exp(-step / 10.0);
  }

  private static Series curve(IntToDoubleFunction y) {
    return Series.line(
        "a",
        IntStream.range(0, 100).asDoubleStream().toArray(),
        IntStream.range(0, 100).mapToDouble(y).toArray());
  }
}
