package org.sparkradam.report.chart;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Which values a logarithmic axis labels. */
final class LogTicks {
  private static final int MOST_EXACT = 8;
  private static final double CLOSEST = 1 / 16.0;
  private static final double MOST_DECADES = 7;

  private LogTicks() {}

  /** The data's own values if they are few and apart, such as learning rates; else round ones. */
  static double[] of(Limits limits, DoubleStream data) {
    double[] values = data.filter(v -> inside(limits, v)).sorted().distinct().toArray();
    return values.length > 0 && values.length <= MOST_EXACT && apart(limits, values)
        ? values
        : of(limits);
  }

  /** Round values, about three to eight of them. */
  static double[] of(Limits limits) {
    double decades = Math.log10(limits.high() / limits.low());
    // Here the multiples of powers of ten are too few, but a log axis is nearly linear.
    if (decades < 0.6) {
      return evenly(limits);
    }
    if (decades < 1.6) {
      return multiples(limits, List.of(1, 2, 3, 5), 1);
    }
    if (decades < 4) {
      return multiples(limits, List.of(1, 3), 1);
    }
    return multiples(limits, List.of(1), (int) Math.ceil(decades / MOST_DECADES));
  }

  private static boolean apart(Limits limits, double[] values) {
    double length = Math.log10(limits.high() / limits.low());
    return IntStream.range(1, values.length)
        .allMatch(i -> Math.log10(values[i] / values[i - 1]) >= CLOSEST * length);
  }

  private static double[] multiples(Limits limits, List<Integer> factors, int stride) {
    int from = (int) Math.floor(Math.log10(limits.low()));
    int to = (int) Math.ceil(Math.log10(limits.high()));
    return IntStream.rangeClosed(from, to)
        .filter(power -> power % stride == 0)
        .boxed()
        .flatMapToDouble(
            power -> factors.stream().mapToDouble(f -> Double.parseDouble(f + "e" + power)))
        .filter(v -> inside(limits, v))
        .toArray();
  }

  /** Round values with equal differences, three to six of them. */
  static double[] evenly(Limits limits) {
    double rough = (limits.high() - limits.low()) / 5;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step =
        Arrays.stream(new double[] {1, 2, 5, 10})
            .map(f -> f * power)
            .filter(s -> s >= rough)
            .findFirst()
            .orElse(rough);
    double first = Math.ceil(limits.low() / step);
    return DoubleStream.iterate(first, k -> k * step <= limits.high(), k -> k + 1)
        .map(k -> k * step)
        .toArray();
  }

  private static boolean inside(Limits limits, double value) {
    return value >= limits.low() && value <= limits.high();
  }
}
