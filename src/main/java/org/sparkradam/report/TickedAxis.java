package org.sparkradam.report;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * An axis with given text at given places. Text that would not fit side by side is turned, and what
 * would still cover its neighbour is left out.
 */
final class TickedAxis extends NumberAxis {
  private static final double GAP = 4;

  private final List<Mark> marks;

  /** Text at a place. */
  record Mark(double place, String text) {}

  TickedAxis(List<Mark> marks) {
    this.marks = List.copyOf(marks);
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
    g2.setFont(getTickLabelFont());
    boolean across = RectangleEdge.isTopOrBottom(edge);
    List<Mark> upright = fitting(g2, dataArea, edge, across);
    setVerticalTickLabels(across && upright.size() < marks.size());
    if (isVerticalTickLabels()) {
      return ticks(fitting(g2, dataArea, edge, false), TextAnchor.CENTER_RIGHT, -Math.PI / 2);
    }
    return ticks(upright, across ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT, 0);
  }

  private List<Mark> fitting(Graphics2D g2, Rectangle2D area, RectangleEdge edge, boolean across) {
    List<Mark> fitting = new ArrayList<>();
    double end = Double.NEGATIVE_INFINITY;
    for (Mark mark : marks) {
      double middle = valueToJava2D(mark.place(), area, edge);
      double half = length(g2, mark, across) / 2;
      if (middle - half >= end) {
        fitting.add(mark);
        end = middle + half;
      }
    }
    return fitting;
  }

  private static double length(Graphics2D g2, Mark mark, boolean across) {
    return across
        ? g2.getFontMetrics().stringWidth(mark.text()) + GAP
        : g2.getFontMetrics().getAscent();
  }

  private static List<NumberTick> ticks(List<Mark> marks, TextAnchor anchor, double angle) {
    return marks.stream()
        .map(mark -> new NumberTick(mark.place(), mark.text(), anchor, anchor, angle))
        .toList();
  }
}
