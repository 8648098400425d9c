package org.sparkradam.report;

/** What the markers of a plot stand for, in words. */
final class MarkerText {
  private final Plot plot;
  private final ChartData data;

  MarkerText(Plot plot) {
    this.plot = plot;
    this.data = new ChartData(plot);
  }

  /** A line each for curve, horizontal and vertical value, the latter with its band. */
  String of(int series, int item) {
    Series.Point point = data.point(series, item);
    return PlainText.label(plot.series().get(series).name())
        + "\n"
        + value(plot.x(), point.x())
        + "\n"
        + value(plot.y(), point.y())
        + band(point);
  }

  private static String value(Axis axis, double value) {
    return PlainText.label(axis.label()) + ": " + ReadableNumber.significant(value);
  }

  private static String band(Series.Point point) {
    if (Double.isNaN(point.low()) || Double.isNaN(point.high())) {
      return "";
    }
    return " (from "
        + ReadableNumber.significant(point.low())
        + " to "
        + ReadableNumber.significant(point.high())
        + ")";
  }
}
