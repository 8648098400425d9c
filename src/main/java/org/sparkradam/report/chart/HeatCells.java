package org.sparkradam.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.text.TextUtils;

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

  /** Draws single cells of a heat map. */
  private static final class CellPainter {
    private static final BasicStroke THIN = new BasicStroke(1);

    /** Where edges are rounded to pixels, no seam stays open between cells that overlap. */
    private static final double OVERLAP = 0.25;

    private final HeatMap map;
    private final Graphics2D g2;
    private final HeatColors colors;
    private final CellTexts texts;
    private final int fontSize;
    private final boolean named;

    /**
     * @param size as large as every cell
     */
    CellPainter(HeatMap map, Graphics2D g2, Rectangle2D size) {
      this.map = map;
      this.g2 = g2;
      this.colors = HeatColors.of(map);
      this.texts = new CellTexts(map);
      this.fontSize = texts.fontSize(g2, size);
      this.named = texts.areNamed();
    }

    /** Lays the ground of a cell. */
    void fill(int row, int column, Rectangle2D cell) {
      Double value = map.values().get(row).get(column);
      switch (HeatCell.of(value, colors.scale())) {
        case COLORED -> ground(texts.name(row, column, value), colors.color(value), cell);
        case MISSING -> ground(texts.name(row, column, value), HeatCell.MISSING_GROUND, cell);
        case BLANK -> {}
      }
    }

    /** Writes on the ground. */
    void write(int row, int column, Rectangle2D cell) {
      Double value = map.values().get(row).get(column);
      switch (HeatCell.of(value, colors.scale())) {
        case COLORED ->
            texts.text(g2, value, fontSize, cell).ifPresent(text -> number(value, text, cell));
        case MISSING -> cross(cell);
        case BLANK -> {}
      }
    }

    private void ground(String name, Color color, Rectangle2D cell) {
      Rectangle2D ground =
          new Rectangle2D.Double(
              cell.getX(), cell.getY(), cell.getWidth() + OVERLAP, cell.getHeight() + OVERLAP);
      g2.setPaint(color);
      g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
      if (named) {
        SvgGroup.titled(g2, name, () -> g2.fill(ground));
      } else {
        g2.fill(ground);
      }
      g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    private void number(double value, CellTexts.Text text, Rectangle2D cell) {
      g2.setFont(text.font());
      g2.setPaint(HeatColors.ink(colors.color(value)));
      float x = (float) cell.getCenterX();
      float y = (float) cell.getCenterY();
      AnchoredText place = AnchoredText.AROUND;
      place.draw(g2, () -> TextUtils.drawAlignedString(text.text(), g2, x, y, place.on(g2)));
    }

    private void cross(Rectangle2D cell) {
      g2.setPaint(HeatCell.CROSS);
      g2.setStroke(THIN);
      g2.draw(HeatCell.cross(cell));
    }
  }
}
