package org.sparkradam.study.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogHistogramTest {
  private static final double[] NORMAL = new Random(1).doubles(1000, -1, 1).toArray();

  @Test
  void countsSizesByTwentiethsOfADecade() {
    LogHistogram histogram = LogHistogram.of(new double[] {5, -5.2, 5.1, 0.00101});
    assertThat(histogram.firstBin()).isEqualTo(-60);
    assertThat(histogram.endBin()).isEqualTo(15);
    assertThat(histogram.count(13)).as("5, of log10 0.699").isEqualTo(1);
    assertThat(histogram.count(14)).as("5.1 and 5.2, of log10 0.708 and 0.716").isEqualTo(2);
    assertThat(histogram.count(-60)).as("0.00101, of log10 -2.996").isEqualTo(1);
    assertThat(Arrays.stream(histogram.counts()).sum()).isEqualTo(4);
    assertThat(histogram.count(-61) + histogram.count(15) + histogram.zeros()).isZero();
  }

  @Test
  void zerosAreCountedApartAndWhatIsNotFiniteNotAtAll() {
    double[] gradient = {0, -0.0, 1, Double.NaN, Double.NEGATIVE_INFINITY};
    LogHistogram histogram = LogHistogram.of(gradient);
    assertThat(histogram.zeros()).isEqualTo(2);
    assertThat(histogram.nonZeros()).isEqualTo(1);
  }

  @Test
  void takesEveryDouble() {
    LogHistogram ends = LogHistogram.of(new double[] {Double.MIN_VALUE, -Double.MAX_VALUE});
    assertThat(LogHistogram.Bins.low(ends.firstBin())).isEqualTo(-323.35);
    assertThat(LogHistogram.Bins.low(ends.endBin())).isEqualTo(308.3);
    assertThat(ends.nonZeros()).isEqualTo(2);
  }

  @Test
  void distanceIsTheAreaBetweenTheCumulativeShares() {
    LogHistogram even = LogHistogram.of(new double[] {1, 1, 10, 10});
    LogHistogram odd = LogHistogram.of(new double[] {1, 10, 10, 10});
    assertThat(even.distance(odd)).as("a quarter moves by a decade").isEqualTo(0.25);
    assertThat(odd.distance(even)).isEqualTo(0.25);
    LogHistogram one = LogHistogram.of(new double[] {1, 0, 0});
    LogHistogram two = LogHistogram.of(new double[] {-1, 100});
    assertThat(one.distance(two)).as("half of it moves by two decades").isEqualTo(1);
    assertThat(even.distance(even)).isZero();
  }

  @Test
  void tenTimesTheGradientIsADecadeAway() {
    LogHistogram histogram = LogHistogram.of(NORMAL);
    LogHistogram tenfold = LogHistogram.of(times(10));
    assertThat(histogram.distance(tenfold)).isCloseTo(1, within(1e-12));
    assertThat(tenfold.meanPower() - histogram.meanPower()).isCloseTo(1, within(1e-12));
    assertThat(histogram.distance(LogHistogram.of(times(1e-3)))).isCloseTo(3, within(1e-12));
  }

  @Test
  void distanceFromBinsIsWithinABinOfThatFromValues() {
    double factor = 1.3;
    assertThat(LogHistogram.of(NORMAL).distance(LogHistogram.of(times(factor))))
        .isCloseTo(Math.log10(factor), within(1.0 / LogHistogram.Bins.PER_DECADE));
  }

  @Test
  void noLogarithmReachesAGradientOfZeros() {
    LogHistogram zeros = LogHistogram.of(new double[3]);
    LogHistogram other = LogHistogram.of(NORMAL);
    assertThat(zeros.distance(other)).isInfinite();
    assertThat(other.distance(zeros)).isInfinite();
    assertThat(zeros.distance(zeros)).isZero();
    assertThat(zeros.meanPower()).isNaN();
  }

  @Test
  void quantilesAreBins() {
    LogHistogram histogram = LogHistogram.of(new double[] {1, 10, 100, 0});
    assertThat(histogram.quantileBin(0.3)).isEqualTo(0);
    assertThat(histogram.quantileBin(0.5)).isEqualTo(20);
    assertThat(histogram.quantileBin(1)).isEqualTo(40);
  }

  private static double[] times(double factor) {
    return Arrays.stream(NORMAL).map(value -> factor * value).toArray();
  }
}
