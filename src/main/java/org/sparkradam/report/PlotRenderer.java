package org.sparkradam.report;

import com.samskivert.mustache.Escapers;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jfree.chart.ChartUtils;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;

/**
 * Draws the plots of one report.
 *
 * @param palette the styles of all series that it will meet
 */
public record PlotRenderer(Palette palette) {
  /** Type and lines are sized for a plot of this width. */
  private static final double DESIGN_WIDTH = 640;

  private static final String FONTS = "Arial,Helvetica,Liberation Sans,sans-serif";

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
   * ids are its own, and it takes the width there is at the given proportions.
   */
  public String svg(Plot plot, int width, int height) {
    SVGGraphics2D graphics = new SVGGraphics2D(width, height);
    graphics.setDefsKeyPrefix(id(plot, width, height));
    graphics.setFontFunction(family -> FONTS);
    draw(plot, graphics, width, height);
    String element =
        graphics.getSVGElement(null, false, new ViewBox(0, 0, width, height), null, null);
    return "<svg role='img' width='100%' aria-label='"
        + Escapers.HTML.escape(description(plot))
        + "'"
        + element.substring("<svg".length());
  }

  private void draw(Plot plot, Graphics2D graphics, double width, double height) {
    new PlotChart(plot, palette)
        .chart()
        .draw(graphics, new Rectangle2D.Double(0, 0, width, height));
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
