package org.sparkradam.report.chart;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jfree.data.xy.DefaultIntervalXYDataset;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.IntervalXYDataset;
import org.jfree.data.xy.XYDataset;

/** A plot's points in the form JFreeChart draws. Series are known by their place in the plot. */
final class ChartData {
  private static final double FAR = 10;

  private final Plot plot;
  private final Scale horizontal;
  private final Scale vertical;
  private final double lowest;
  private final double highest;

  ChartData(Plot plot) {
    this.plot = plot;
    this.horizontal = plot.x().scale();
    this.vertical = plot.y().scale();
    double low = vertical.place(plot.vertical().low());
    double high = vertical.place(plot.vertical().high());
    this.lowest = low - FAR * (high - low);
    this.highest = high + FAR * (high - low);
  }

  XYDataset lines() {
    DefaultXYDataset lines = new DefaultXYDataset();
    for (int i = 0; i < plot.series().size(); i++) {
      List<Series.Point> points = placed(plot.series().get(i));
      lines.addSeries(
          i,
          new double[][] {
            column(points, Series.Point::x), column(points, point -> height(point.y()))
          });
    }
    return lines;
  }

  IntervalXYDataset bands() {
    DefaultIntervalXYDataset bands = new DefaultIntervalXYDataset();
    for (int i = 0; i < plot.series().size(); i++) {
      List<Series.Point> points =
          placed(plot.series().get(i)).stream().filter(this::hasBand).toList();
      double[] x = column(points, Series.Point::x);
      double[] low = column(points, point -> height(point.low()));
      double[] high = column(points, point -> height(point.high()));
      bands.addSeries(i, new double[][] {x, x, x, low, low, high});
    }
    return bands;
  }

  /** The point that is drawn as an item of a series. */
  Series.Point point(int series, int item) {
    return placed(plot.series().get(series)).get(item);
  }

  private List<Series.Point> placed(Series series) {
    return series.points().stream().filter(point -> horizontal.shows(point.x())).toList();
  }

  private boolean hasBand(Series.Point point) {
    return !Double.isNaN(height(point.low())) && !Double.isNaN(height(point.high()));
  }

  /**
   * A value as it is drawn: NaN, which leaves a gap, if it has no place on the axis. A diverged
   * value is brought nearer, still far outside the frame, since millions of dashes would otherwise
   * be laid on the way to it.
   */
  private double height(double y) {
    if (!vertical.shows(y)) {
      return Double.NaN;
    }
    return vertical.value(Math.min(highest, Math.max(lowest, vertical.place(y))));
  }

  private static double[] column(
      List<Series.Point> points, ToDoubleFunction<Series.Point> coordinate) {
    return points.stream().mapToDouble(coordinate).toArray();
  }
}
