package org.sparkradam.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.sparkradam.report.text.PlainText;
import org.sparkradam.report.text.ReadableNumber;

/** Makes a chart, which can be drawn on anything, from a heat map. */
final class HeatMapChart {
  /** Beside the cells there is no room for more. */
  private static final int LONGEST_TICK = 24;

  private static final Rectangle2D SAMPLE = new Rectangle2D.Double(-8, -6, 16, 12);

  private final HeatMap map;

  HeatMapChart(HeatMap map) {
    this.map = map;
  }

  JFreeChart chart() {
    JFreeChart chart = ChartFrame.around(area(), map.title());
    if (map.present().anyMatch(value -> !Double.isFinite(value))) {
      chart.addSubtitle(ChartFrame.legend(this::missing));
    }
    chart.addSubtitle(new ColorBar(map).legend());
    return chart;
  }

  private XYPlot area() {
    TickedAxis vertical = axis(map.y());
    vertical.setInverted(true);
    XYPlot area = ChartFrame.area(axis(map.x()), vertical);
    area.setDomainGridlinesVisible(false);
    area.setRangeGridlinesVisible(false);
    area.addAnnotation(new HeatCells(map));
    return area;
  }

  /** Columns and rows lie at whole numbers from zero. */
  private static TickedAxis axis(GridAxis axis) {
    List<String> ticks = axis.ticks();
    List<TickedAxis.Mark> marks =
        IntStream.range(0, ticks.size())
            .filter(i -> !ticks.get(i).isEmpty())
            .mapToObj(i -> new TickedAxis.Mark(i, PlainText.label(ticks.get(i), LONGEST_TICK)))
            .toList();
    return ChartAxes.dressed(
        new TickedAxis(marks), axis.label(), new Limits(-0.5, ticks.size() - 0.5));
  }

  private LegendItemCollection missing() {
    Path2D crossed = HeatCell.cross(SAMPLE);
    crossed.append(SAMPLE, false);
    LegendItemCollection items = new LegendItemCollection();
    items.add(
        new LegendItem(
            PlainText.label(map.colors().missing()),
            null,
            null,
            null,
            crossed,
            HeatCell.MISSING_GROUND,
            new BasicStroke(1),
            HeatCell.CROSS));
    return items;
  }

  /** The legend of a heat map's colours; its ends say so where they stand for values beyond. */
  private static final class ColorBar {
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
}
