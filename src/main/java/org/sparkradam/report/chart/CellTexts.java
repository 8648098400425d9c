package org.sparkradam.report.chart;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sparkradam.report.text.PlainText;
import org.sparkradam.report.text.ReadableNumber;

/** What is written into the cells of a heat map, and what a pointer held over them shows. */
final class CellTexts {
  /** Of more cells the colours alone are looked at. */
  private static final int MOST_WRITTEN = 150;

  /** More would make the page larger than its pictures are worth. */
  private static final int MOST_NAMED = 2000;

  private static final int LARGEST = ChartFrame.Fonts.TICK.getSize();
  private static final int SMALLEST = 9;
  private static final double GAP = 4;

  private final HeatMap map;
  private final Limits limits;

  /** Text in a type in which it fits into a cell. */
  record Text(String text, Font font) {}

  CellTexts(HeatMap map) {
    this.map = map;
    this.limits = map.limits();
  }

  /** The size of type in which all values between the limits fit into a cell; 0 if none does. */
  int fontSize(Graphics2D g2, Rectangle2D cell) {
    if (map.cells() > MOST_WRITTEN) {
      return 0;
    }
    return map.present()
        .filter(this::isWithinLimits)
        .mapToInt(value -> text(g2, value, LARGEST, cell).map(t -> t.font().getSize()).orElse(0))
        .min()
        .orElse(0);
  }

  /** The value, in type up to a size, if it fits into its cell; of one far off its magnitude. */
  Optional<Text> text(Graphics2D g2, double value, int largest, Rectangle2D cell) {
    String exact = ReadableNumber.significant(value);
    String brief = isWithinLimits(value) ? exact : String.format(Locale.ROOT, "%.0e", value);
    return Stream.of(exact, brief)
        .flatMap(text -> sizes(largest).map(font -> new Text(text, font)))
        .filter(text -> fits(g2.getFontMetrics(text.font()), text.text(), cell))
        .findFirst();
  }

  /** Whether the page has room for the names of all cells. */
  boolean areNamed() {
    Scale scale = map.colors().scale();
    return map.present().filter(value -> HeatCell.of(value, scale) != HeatCell.BLANK).count()
        <= MOST_NAMED;
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

  private boolean isWithinLimits(double value) {
    return value >= limits.low() && value <= limits.high();
  }

  private static Stream<Font> sizes(int largest) {
    return IntStream.iterate(largest, size -> size >= SMALLEST, size -> size - 1)
        .mapToObj(size -> ChartFrame.Fonts.TICK.deriveFont((float) size));
  }

  private static boolean fits(FontMetrics metrics, String text, Rectangle2D cell) {
    return metrics.getHeight() <= cell.getHeight()
        && metrics.stringWidth(text) + GAP <= cell.getWidth();
  }
}
