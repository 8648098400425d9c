package org.sparkradam.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.entity.EntityCollection;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYDataset;
import org.sparkradam.report.text.PlainText;
import org.sparkradam.report.text.ReadableNumber;

/**
 * Draws curves with markers at a few points only, so that the markers do not become the curve. A
 * pointer held over a marker shows the values of its point.
 */
final class SparseMarkerRenderer extends XYLineAndShapeRenderer {
  private static final int MARKERS = 8;

  private final MarkerText text;

  SparseMarkerRenderer(MarkerText text) {
    super(true, true);
    this.text = text;
    // Segment by segment, every short one would begin the dash pattern anew.
    setDrawSeriesLineAsPath(true);
  }

  @Override
  protected void drawSecondaryPass(
      Graphics2D g2,
      XYPlot plot,
      XYDataset dataset,
      int pass,
      int series,
      int item,
      ValueAxis domainAxis,
      Rectangle2D dataArea,
      ValueAxis rangeAxis,
      CrosshairState crosshairState,
      EntityCollection entities) {
    if (!isMarked(dataset, series, item, domainAxis, dataArea)
        || !rangeAxis.getRange().contains(dataset.getYValue(series, item))) {
      return;
    }
    SvgGroup.titled(
        g2,
        text.of(series, item),
        () ->
            super.drawSecondaryPass(
                g2,
                plot,
                dataset,
                pass,
                series,
                item,
                domainAxis,
                dataArea,
                rangeAxis,
                crosshairState,
                entities));
  }

  private static boolean isMarked(
      XYDataset dataset, int series, int item, ValueAxis axis, Rectangle2D area) {
    if (dataset.getItemCount(series) <= 2 * MARKERS) {
      return true;
    }
    return item > 0
        && stretch(dataset, series, item, axis, area)
            != stretch(dataset, series, item - 1, axis, area);
  }

  // Stretches are equal on paper, so that a log axis is marked evenly; they are shifted from series
  // to series, so that curves that lie on one another are told apart.
  private static long stretch(
      XYDataset dataset, int series, int item, ValueAxis axis, Rectangle2D area) {
    double x = axis.valueToJava2D(dataset.getXValue(series, item), area, RectangleEdge.BOTTOM);
    return Math.round(MARKERS * (x - area.getX()) / area.getWidth() - series % 5 / 5.0);
  }

  /** What the markers of a plot stand for, in words. */
  static final class MarkerText {
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
}
