package org.sparkradam.report;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.entity.EntityCollection;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYDataset;

/** Draws curves with markers at a few points only, so that the markers do not become the curve. */
final class SparseMarkerRenderer extends XYLineAndShapeRenderer {
  private static final int MARKERS = 8;

  SparseMarkerRenderer() {
    super(true, true);
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
    if (isMarked(series, item, dataset.getItemCount(series))) {
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
          entities);
    }
  }

  // Curves that lie on one another are told apart by markers at different places.
  private static boolean isMarked(int series, int item, int items) {
    int stride = Math.max(1, items / MARKERS);
    return item % stride == stride * (series % 5) / 5;
  }
}
