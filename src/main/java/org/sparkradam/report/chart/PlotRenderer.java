package org.sparkradam.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.data.Range;
import org.sparkradam.report.text.PlainText;

/**
 * Draws the pictures of one report. Every plot of up to twelve series has a legend, and one of more
 * unless the legend would take half of the height; panels of fewer series serve better then.
 *
 * @param palette the styles of all series that it will meet
 */
public record PlotRenderer(Palette palette) {
  /** So many series have a legend whatever room it takes. */
  private static final int ALWAYS_NAMED = 12;

  /** The share of the height that the legend of more series may take. */
  private static final double LARGEST_LEGEND = 0.5;

  /** The drawing as a PNG image of that many pixels; a wider one has larger type. */
  public byte[] png(Drawing drawing, int width, int height) {
    return new ChartCanvas(width, height).png((graphics, area) -> draw(drawing, graphics, area));
  }

  /**
   * The drawing as an {@code svg} element to be put into HTML as it stands: names in it are
   * escaped, ids are its own, and it takes the width there is at the given proportions. A width
   * near 560 suits any screen; beyond 700 the type becomes too small on a phone. A pointer held
   * over a marker shows its values, and over a cell of a heat map its names.
   */
  public String svg(Drawing drawing, int width, int height) {
    return new ChartCanvas(width, height)
        .svg(drawing, description(drawing), (graphics, area) -> draw(drawing, graphics, area));
  }

  private void draw(Drawing drawing, Graphics2D graphics, Rectangle2D area) {
    if (drawing instanceof HeatMap map) {
      new HeatMapChart(map).chart().draw(graphics, area);
    } else {
      draw((Plot) drawing, graphics, area);
    }
  }

  private void draw(Plot plot, Graphics2D graphics, Rectangle2D area) {
    JFreeChart chart = new PlotChart(plot, palette).chart();
    if (plot.series().size() > ALWAYS_NAMED
        && legendHeight(chart, graphics, area.getWidth()) > LARGEST_LEGEND * area.getHeight()) {
      chart.removeLegend();
      chart.addSubtitle(PlotChart.insteadOfLegend(plot));
    }
    chart.draw(graphics, area);
  }

  private static double legendHeight(JFreeChart chart, Graphics2D graphics, double width) {
    RectangleConstraint column = new RectangleConstraint(width, new Range(0, Float.MAX_VALUE));
    return chart.getLegend().arrange(graphics, column).height;
  }

  private static String description(Drawing drawing) {
    return drawing instanceof HeatMap map ? description(map) : description((Plot) drawing);
  }

  private static String description(Plot plot) {
    return PlainText.label(plot.title())
        + ": "
        + PlainText.label(plot.y().label())
        + " against "
        + PlainText.label(plot.x().label())
        + " for "
        + String.join(", ", plot.series().stream().map(s -> PlainText.label(s.name())).toList());
  }

  private static String description(HeatMap map) {
    return PlainText.label(map.title())
        + ": "
        + PlainText.label(map.colors().label())
        + " by "
        + PlainText.label(map.y().label())
        + " and "
        + PlainText.label(map.x().label());
  }
}
