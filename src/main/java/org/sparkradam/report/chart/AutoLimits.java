package org.sparkradam.report.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Finds the ends of axes that one or several plots share, from what they have to show. */
final class AutoLimits {
  private static final double MARGIN = 0.04;

  private AutoLimits() {}

  static Limits horizontal(List<Plot> plots) {
    Scale scale = plots.get(0).x().scale();
    return around(scale, series(plots).flatMapToDouble(s -> s.places(scale, Series.Point::x)));
  }

  /** A diverged curve does not stretch the axis but leaves the frame. */
  static Limits vertical(List<Plot> plots) {
    Scale scale = plots.get(0).y().scale();
    return around(
        scale,
        DenseInterval.of(plots, scale).stream()
            .flatMapToDouble(
                bulk ->
                    DoubleStream.concat(
                        DoubleStream.of(bulk.low(), bulk.high()),
                        series(plots).flatMapToDouble(s -> bulk.visible(s, scale)))));
  }

  private static Limits around(Scale scale, DoubleStream places) {
    double[] sorted = places.sorted().toArray();
    if (sorted.length == 0) {
      return scale == Scale.LOG ? new Limits(0.1, 1) : new Limits(0, 1);
    }
    double low = sorted[0];
    double high = sorted[sorted.length - 1];
    double margin = margin(scale, low, high);
    // Losses and counts are not negative; a margin below zero would suggest they could be.
    double bottom = scale == Scale.LINEAR && low >= 0 ? Math.max(0, low - margin) : low - margin;
    return new Limits(scale.value(bottom), scale.value(high + margin));
  }

  private static double margin(Scale scale, double low, double high) {
    double size = Math.max(Math.abs(low), Math.abs(high));
    if (high - low > 1e-9 * size) {
      return MARGIN * (high - low);
    }
    return scale == Scale.LOG || size == 0 ? 0.5 : 0.1 * size;
  }

  private static Stream<Series> series(List<Plot> plots) {
    return plots.stream().flatMap(plot -> plot.series().stream());
  }
}
