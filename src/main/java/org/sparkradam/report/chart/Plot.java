package org.sparkradam.report.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What a plot shows, said without how it is drawn.
 *
 * @param title stands above it; may be empty
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series the curves, in the order of the legend
 * @param references horizontal lines to measure the curves by
 */
public record Plot(
    String title, Axis x, Axis y, List<Series> series, List<ReferenceLine> references)
    implements Drawing {
  /** Keeps copies of the lists. */
  public Plot {
    series = List.copyOf(series);
    references = List.copyOf(references);
  }

  /** A plot without reference lines. */
  public static Plot of(String title, Axis x, Axis y, List<Series> series) {
    return new Plot(title, x, y, series, List.of());
  }

  /** The same plot with lines to measure by. */
  public Plot withReferences(List<ReferenceLine> lines) {
    return new Plot(title, x, y, series, lines);
  }

  /** The same plot between the given ends. */
  public Plot within(Limits horizontal, Limits vertical) {
    return new Plot(title, x.within(horizontal), y.within(vertical), series, references);
  }

  /** The plots, which must share their scales, with common axes: panels to compare side by side. */
  public static List<Plot> aligned(List<Plot> plots) {
    if (plots.isEmpty()) {
      return plots;
    }
    Limits horizontal = AutoLimits.horizontal(plots);
    Limits vertical = AutoLimits.vertical(plots);
    return plots.stream().map(plot -> plot.within(horizontal, vertical)).toList();
  }

  /** Where the horizontal axis begins and ends. */
  Limits horizontal() {
    return x.limits().orElseGet(() -> AutoLimits.horizontal(List.of(this)));
  }

  /** Where the vertical axis begins and ends. */
  Limits vertical() {
    return y.limits().orElseGet(() -> AutoLimits.vertical(List.of(this)));
  }

  /**
   * A horizontal line to measure curves by, such as the loss of an exact solver.
   *
   * @param label what the legend calls it
   * @param y its height
   */
  public record ReferenceLine(String label, double y) {}

  /** Finds the ends of axes that one or several plots share, from what they have to show. */
  private static final class AutoLimits {
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
}
