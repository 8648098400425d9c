package org.sparkradam.report.chart;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A named curve, with or without a band around it.
 *
 * @param name what the legend calls it; the same name looks the same in all plots of a report
 * @param points its points in the order they are joined
 */
public record Series(String name, List<Point> points) {
  /**
   * A point of a curve. What is not finite is not drawn.
   *
   * @param x where
   * @param y the value
   * @param low the lower edge of the band, NaN if there is none
   * @param high the upper edge of the band, NaN if there is none
   */
  public record Point(double x, double y, double low, double high) {}

  /** Keeps a copy of the points. */
  public Series {
    points = List.copyOf(points);
  }

  /** A curve without a band. */
  public static Series line(String name, double[] x, double[] y) {
    requireSameLength(x, y);
    return new Series(
        name,
        IntStream.range(0, x.length)
            .mapToObj(i -> new Point(x[i], y[i], Double.NaN, Double.NaN))
            .toList());
  }

  /** A curve within a band, such as a mean within its lowest and highest seed. */
  public static Series banded(String name, double[] x, double[] y, double[] low, double[] high) {
    requireSameLength(x, y);
    requireSameLength(x, low);
    requireSameLength(x, high);
    return new Series(
        name,
        IntStream.range(0, x.length)
            .mapToObj(i -> new Point(x[i], y[i], low[i], high[i]))
            .toList());
  }

  /** Where a coordinate of the points lies on an axis, of those that have a place there. */
  DoubleStream places(Scale scale, ToDoubleFunction<Point> coordinate) {
    return points.stream().mapToDouble(coordinate).filter(scale::shows).map(scale::place);
  }

  private static void requireSameLength(double[] x, double[] values) {
    if (x.length != values.length) {
      throw new IllegalArgumentException(x.length + " places for " + values.length + " values");
    }
  }
}
