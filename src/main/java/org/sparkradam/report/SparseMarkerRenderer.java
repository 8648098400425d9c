package org.sparkradam.report;

import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/** Draws curves with markers at a few points only, so that the markers do not become the curve. */
final class SparseMarkerRenderer extends XYLineAndShapeRenderer {
  private static final int MARKERS = 8;

  SparseMarkerRenderer() {
    super(true, true);
    // Segment by segment, every short one would begin the dash pattern anew.
    setDrawSeriesLineAsPath(true);
  }

  @Override
  public boolean getItemShapeVisible(int series, int item) {
    int stride =
        Math.max(
            1, getPlot().getDataset(getPlot().getIndexOf(this)).getItemCount(series) / MARKERS);
    // Curves that lie on one another are told apart by markers at different places.
    int shift = stride * (series % 5) / 5;
    return item % stride == shift;
  }
}
