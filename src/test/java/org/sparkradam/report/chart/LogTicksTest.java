package org.sparkradam.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogTicksTest {
  @Test
  void areTheDataIfThoseAreFew() {
    Limits limits = new Limits(0.009, 0.35);
    assertThat(LogTicks.of(limits, DoubleStream.of(0.3, 0.01, 0.03, 0.1, 0.01)))
        .containsExactly(0.01, 0.03, 0.1, 0.3);
  }

  @Test
  void areRoundIfTheDataAreManyOrCrowded() {
    Limits limits = new Limits(0.009, 1.1);
    assertThat(LogTicks.of(limits, DoubleStream.of(0.0101, 0.0102, 0.9)))
        .containsExactly(0.01, 0.03, 0.1, 0.3, 1);
    assertThat(LogTicks.of(limits, DoubleStream.iterate(0.01, v -> v * 1.3).limit(15)))
        .containsExactly(0.01, 0.03, 0.1, 0.3, 1);
  }

  @ParameterizedTest
  @CsvSource({"0.99999, 1.00001", "0.31, 0.72", "0.5, 5.5", "1e-3, 1", "1e-12, 1e3", "1e-90, 1e90"})
  void areNeitherFewNorMany(double low, double high) {
    double[] ticks = LogTicks.of(new Limits(low, high));
    assertThat(ticks).hasSizeBetween(3, 10).isSorted();
    assertThat(ticks[0]).isGreaterThanOrEqualTo(low);
    assertThat(ticks[ticks.length - 1]).isLessThanOrEqualTo(high);
  }
}
