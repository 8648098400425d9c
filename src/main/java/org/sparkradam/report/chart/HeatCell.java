package org.sparkradam.report.chart;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** How a cell of a heat map looks. */
enum HeatCell {
  /** By its value. */
  COLORED,
  /** Grey and crossed out, unlike every colour and every step of grey. */
  MISSING,
  /** As if there were no cell. */
  BLANK;

  static final Color MISSING_GROUND = new Color(0xEEEEEE);
  static final Color CROSS = new Color(0x888888);

  /**
   * @param value may be null
   */
  static HeatCell of(Double value, Scale scale) {
    if (value == null) {
      return BLANK;
    }
    if (!Double.isFinite(value)) {
      return MISSING;
    }
    return Double.isFinite(scale.place(value)) ? COLORED : BLANK;
  }

  /** A cell's two diagonals. */
  static Path2D cross(Rectangle2D cell) {
    Path2D cross = new Path2D.Double();
    cross.moveTo(cell.getMinX(), cell.getMinY());
    cross.lineTo(cell.getMaxX(), cell.getMaxY());
    cross.moveTo(cell.getMinX(), cell.getMaxY());
    cross.lineTo(cell.getMaxX(), cell.getMinY());
    return cross;
  }
}
