package org.sparkradam.report;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/** Fills the frame of a chart with the cells of a heat map. */
final class HeatCells extends AbstractXYAnnotation {
  private final HeatMap map;

  HeatCells(HeatMap map) {
    this.map = map;
  }

  @Override
  public void draw(
      Graphics2D g2,
      XYPlot plot,
      Rectangle2D frame,
      ValueAxis horizontal,
      ValueAxis vertical,
      int rendererIndex,
      PlotRenderingInfo info) {
    Shape clip = g2.getClip();
    // Cells do not leave the frame, and a reference to the clip in each would double the page.
    g2.setClip(null);
    CellPainter painter = new CellPainter(map, g2, cell(frame, 0, 0));
    // Smoothed edges would let the ground shine through between the cells.
    SvgGroup.with(g2, "shape-rendering", "crispEdges", () -> eachCell(frame, painter::fill));
    // What lies on a cell must not keep the pointer from it.
    SvgGroup.with(g2, "pointer-events", "none", () -> eachCell(frame, painter::write));
    g2.setClip(clip);
  }

  /** What is done to a cell. */
  private interface Action {
    void on(int row, int column, Rectangle2D cell);
  }

  private void eachCell(Rectangle2D frame, Action action) {
    for (int row = 0; row < map.values().size(); row++) {
      for (int column = 0; column < map.values().get(row).size(); column++) {
        action.on(row, column, cell(frame, row, column));
      }
    }
  }

  private Rectangle2D cell(Rectangle2D frame, int row, int column) {
    double left = edge(frame.getX(), frame.getWidth(), column, map.x());
    double right = edge(frame.getX(), frame.getWidth(), column + 1, map.x());
    double top = edge(frame.getY(), frame.getHeight(), row, map.y());
    double bottom = edge(frame.getY(), frame.getHeight(), row + 1, map.y());
    return new Rectangle2D.Double(left, top, right - left, bottom - top);
  }

  // In quarters, which are written without rounding, so that neighbours meet.
  private static double edge(double start, double length, int index, GridAxis axis) {
    return Math.rint(4 * (start + length * index / axis.names().size())) / 4;
  }
}
