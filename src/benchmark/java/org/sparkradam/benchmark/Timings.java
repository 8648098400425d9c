package org.sparkradam.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** Milliseconds of the calls of one side. */
record Timings(List<Double> millis) {
  static Timings of(DoubleStream millis) {
    return new Timings(millis.boxed().toList());
  }

  double median() {
    double[] sorted = sorted();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  double mean() {
    return Arrays.stream(sorted()).average().orElse(Double.NaN);
  }

  Finding.Quantity median(String of) {
    return new Finding.Quantity(of, median());
  }

  Finding.Quantity mean(String of) {
    return new Finding.Quantity(of, mean());
  }

  private double[] sorted() {
    return millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }
}
