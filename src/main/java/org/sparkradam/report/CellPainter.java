package org.sparkradam.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;

/** Draws single cells of a heat map. */
final class CellPainter {
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
      case COLORED -> texts.font(g2, value, fontSize, cell).ifPresent(f -> number(value, f, cell));
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

  private void number(double value, Font font, Rectangle2D cell) {
    g2.setFont(font);
    g2.setPaint(HeatColors.ink(colors.color(value)));
    TextUtils.drawAlignedString(
        ReadableNumber.significant(value),
        g2,
        (float) cell.getCenterX(),
        (float) cell.getCenterY(),
        TextAnchor.CENTER);
  }

  private void cross(Rectangle2D cell) {
    g2.setPaint(HeatCell.CROSS);
    g2.setStroke(THIN);
    g2.draw(HeatCell.cross(cell));
  }
}
