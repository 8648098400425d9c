package org.sparkradam.report;

import com.samskivert.mustache.Escapers;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.UUID;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.text.TextUtils;
import org.jfree.data.Range;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;

/**
 * Draws the plots of one report. Every plot of up to twelve series has a legend, and one of more
 * unless the legend would take half of the height; panels of fewer series serve better then.
 *
 * @param palette the styles of all series that it will meet
 */
public record PlotRenderer(Palette palette) {
  /** Type and lines are sized for a plot of this width, legible on a phone and on a desk. */
  private static final double DESIGN_WIDTH = 560;

  /** So many series have a legend whatever room it takes. */
  private static final int ALWAYS_NAMED = 12;

  /** The share of the height that the legend of more series may take. */
  private static final double LARGEST_LEGEND = 0.5;

  private static final String FONTS = "Arial,Helvetica,Liberation Sans,sans-serif";

  static {
    // JFreeChart would draw turned labels as outlines, which are large and cannot be searched.
    TextUtils.setUseDrawRotatedStringWorkaround(false);
  }

  /** The plot as a PNG image of that many pixels; a wider one has larger type. */
  public byte[] png(Plot plot, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    double scale = width / DESIGN_WIDTH;
    graphics.scale(scale, scale);
    draw(plot, graphics, width / scale, height / scale);
    graphics.dispose();
    try {
      return ChartUtils.encodeAsPNG(image);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // it writes to memory
    }
  }

  /**
   * The plot as an {@code svg} element to be put into HTML as it stands: names in it are escaped,
   * ids are its own, and it takes the width there is at the given proportions. A width near 560
   * suits any screen; beyond 700 the type becomes too small on a phone.
   */
  public String svg(Plot plot, int width, int height) {
    SVGGraphics2D graphics = new SVGGraphics2D(width, height);
    graphics.setDefsKeyPrefix(id(plot, width, height));
    graphics.setFontFunction(family -> FONTS);
    graphics.setGeomDoubleConverter(hundredths()::format);
    draw(plot, graphics, width, height);
    String element =
        graphics.getSVGElement(null, false, new ViewBox(0, 0, width, height), null, null);
    return "<svg role='img' width='100%' aria-label='"
        + Escapers.HTML.escape(description(plot))
        + "'"
        + element.substring("<svg".length());
  }

  private void draw(Plot plot, Graphics2D graphics, double width, double height) {
    JFreeChart chart = new PlotChart(plot, palette).chart();
    if (plot.series().size() > ALWAYS_NAMED
        && legendHeight(chart, graphics, width) > LARGEST_LEGEND * height) {
      chart.removeLegend();
      chart.addSubtitle(PlotChart.insteadOfLegend(plot));
    }
    chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
  }

  private static double legendHeight(JFreeChart chart, Graphics2D graphics, double width) {
    RectangleConstraint column = new RectangleConstraint(width, new Range(0, Float.MAX_VALUE));
    return chart.getLegend().arrange(graphics, column).height;
  }

  // More digits than are seen would double the size of a page.
  private static DecimalFormat hundredths() {
    return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT));
  }

  // From the content, so that the same run writes the same page.
  private static String id(Plot plot, int width, int height) {
    String content = width + " " + height + " " + plot;
    return "p" + UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)) + "-";
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
}
