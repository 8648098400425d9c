package org.sparkradam.report.chart;

import java.awt.BasicStroke;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.XYPlot;
import org.sparkradam.report.text.PlainText;

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
}
