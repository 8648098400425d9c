package org.sparkradam.report.chart;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.sparkradam.report.text.ReadableNumber;

/** The legend of a heat map's colours; its ends say so where they stand for values beyond. */
final class ColorBar {
  private static final int STEPS = 64;
  private static final double HEIGHT = 14;

  /** A label nearer to an end, as a share of the bar, would touch the end's own. */
  private static final double CLOSEST = 0.12;

  private final HeatMap map;
  private final HeatColors colors;

  ColorBar(HeatMap map) {
    this.map = map;
    this.colors = HeatColors.of(map);
  }

  PaintScaleLegend legend() {
    Limits places = new Limits(colors.getLowerBound(), colors.getUpperBound());
    TickedAxis axis = ChartAxes.dressed(new TickedAxis(marks()), map.colors().label(), places);
    PaintScaleLegend legend = new PaintScaleLegend(colors, axis);
    legend.setPosition(RectangleEdge.BOTTOM);
    legend.setSubdivisionCount(STEPS);
    legend.setStripWidth(HEIGHT);
    legend.setStripOutlineVisible(false);
    legend.setBackgroundPaint(Color.WHITE);
    legend.setMargin(new RectangleInsets(8, 40, 0, 40));
    return legend;
  }

  private List<TickedAxis.Mark> marks() {
    Limits limits = colors.limits();
    boolean below = map.present().anyMatch(value -> value < limits.low() && isColored(value));
    boolean above = map.present().anyMatch(value -> value > limits.high() && isColored(value));
    return Stream.of(
            Stream.of(mark(limits.low(), below ? "≤ " : "")),
            Arrays.stream(roundValues()).filter(this::isInside).mapToObj(v -> mark(v, "")),
            Stream.of(mark(limits.high(), above ? "≥ " : "")))
        .flatMap(marks -> marks)
        .toList();
  }

  private double[] roundValues() {
    return colors.scale() == Scale.LOG
        ? LogTicks.of(colors.limits())
        : LogTicks.evenly(colors.limits());
  }

  private boolean isInside(double value) {
    double low = colors.getLowerBound();
    double high = colors.getUpperBound();
    double share = (colors.scale().place(value) - low) / (high - low);
    return share >= CLOSEST && share <= 1 - CLOSEST;
  }

  private boolean isColored(double value) {
    return HeatCell.of(value, colors.scale()) == HeatCell.COLORED;
  }

  private TickedAxis.Mark mark(double value, String sign) {
    return new TickedAxis.Mark(
        colors.scale().place(value), sign + ReadableNumber.significant(value));
  }
}
