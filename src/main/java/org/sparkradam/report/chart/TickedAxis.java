package org.sparkradam.report.chart;

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
      Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
    turnWhereNarrow(g2, area, edge);
    TextAnchor anchor = anchor(edge).on(g2);
    double angle = isVerticalTickLabels() ? -Math.PI / 2 : 0;
    return fitting(g2, area, edge).stream()
        .map(mark -> new NumberTick(mark.place(), mark.text(), anchor, anchor, angle))
        .toList();
  }

  @Override
  protected AxisState drawTickMarksAndLabels(
      Graphics2D g2, double cursor, Rectangle2D plotArea, Rectangle2D area, RectangleEdge edge) {
    turnWhereNarrow(g2, area, edge);
    return anchor(edge)
        .draw(g2, () -> super.drawTickMarksAndLabels(g2, cursor, plotArea, area, edge));
  }

  private void turnWhereNarrow(Graphics2D g2, Rectangle2D area, RectangleEdge edge) {
    setVerticalTickLabels(false);
    setVerticalTickLabels(
        RectangleEdge.isTopOrBottom(edge) && fitting(g2, area, edge).size() < marks.size());
  }

  private AnchoredText anchor(RectangleEdge edge) {
    return isSideBySide(edge) ? AnchoredText.BELOW : AnchoredText.BEFORE;
  }

  private boolean isSideBySide(RectangleEdge edge) {
    return RectangleEdge.isTopOrBottom(edge) && !isVerticalTickLabels();
  }

  private List<Mark> fitting(Graphics2D g2, Rectangle2D area, RectangleEdge edge) {
    List<Mark> fitting = new ArrayList<>();
    double end = Double.NEGATIVE_INFINITY;
    for (Mark mark : marks) {
      double middle = valueToJava2D(mark.place(), area, edge);
      double half = length(g2, mark, edge) / 2;
      if (middle - half >= end) {
        fitting.add(mark);
        end = middle + half;
      }
    }
    return fitting;
  }

  private double length(Graphics2D g2, Mark mark, RectangleEdge edge) {
    return isSideBySide(edge)
        ? g2.getFontMetrics(getTickLabelFont()).stringWidth(mark.text()) + GAP
        : g2.getFontMetrics(getTickLabelFont()).getAscent();
  }
}
