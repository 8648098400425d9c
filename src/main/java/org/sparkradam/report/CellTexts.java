package org.sparkradam.report;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is written into the cells of a heat map, and what a pointer held over them shows. */
final class CellTexts {
  /** Of more cells the colours alone are looked at. */
  private static final int MOST_WRITTEN = 150;

  /** More would make the page larger than its pictures are worth. */
  private static final int MOST_NAMED = 2000;

  private static final int LARGEST = ChartFonts.TICK.getSize();
  private static final int SMALLEST = 9;
  private static final double GAP = 4;

  private final HeatMap map;

  CellTexts(HeatMap map) {
    this.map = map;
  }

  /** The size of type in which all values between the limits fit into a cell; 0 if none does. */
  int fontSize(Graphics2D g2, Rectangle2D cell) {
    if (map.cells() > MOST_WRITTEN) {
      return 0;
    }
    Limits limits = map.limits();
    return map.present()
        .filter(value -> value >= limits.low() && value <= limits.high())
        .mapToInt(value -> font(g2, value, LARGEST, cell).map(Font::getSize).orElse(0))
        .min()
        .orElse(0);
  }

  /** The largest type up to a size in which the value fits into its cell, if there is one. */
  Optional<Font> font(Graphics2D g2, double value, int largest, Rectangle2D cell) {
    String text = ReadableNumber.significant(value);
    return IntStream.iterate(largest, size -> size >= SMALLEST, size -> size - 1)
        .mapToObj(size -> ChartFonts.TICK.deriveFont((float) size))
        .filter(font -> fits(g2.getFontMetrics(font), text, cell))
        .findFirst();
  }

  /** Whether the page has room for the names of all cells. */
  boolean areNamed() {
    return colored() <= MOST_NAMED;
  }

  /** Names of row and column, and the value. */
  String name(int row, int column, double value) {
    return PlainText.label(map.y().names().get(row))
        + " · "
        + PlainText.label(map.x().names().get(column))
        + ": "
        + (Double.isFinite(value)
            ? ReadableNumber.significant(value)
            : PlainText.label(map.colors().missing()));
  }

  private long colored() {
    Scale scale = map.colors().scale();
    return map.present().filter(value -> HeatCell.of(value, scale) != HeatCell.BLANK).count();
  }

  private static boolean fits(FontMetrics metrics, String text, Rectangle2D cell) {
    return metrics.getHeight() <= cell.getHeight()
        && metrics.stringWidth(text) + GAP <= cell.getWidth();
  }
}
