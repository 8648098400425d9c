package org.sparkradam.report;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A logarithmic axis that labels given values; JFreeChart's own labels powers of ten alone. */
final class TickedLogAxis extends LogAxis {
  private final double[] ticks;

  TickedLogAxis(double[] ticks) {
    this.ticks = ticks.clone();
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
    TextAnchor anchor =
        RectangleEdge.isTopOrBottom(edge) ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
    return Arrays.stream(ticks).mapToObj(value -> tick(value, anchor)).toList();
  }

  private static NumberTick tick(double value, TextAnchor anchor) {
    return new NumberTick(value, ReadableNumber.significant(value), anchor, TextAnchor.CENTER, 0);
  }
}
