package org.sparkradam.report.chart;

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
import org.jfree.chart.text.TextUtils;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;

/**
 * What charts are drawn on: pixels, or an element of a page.
 *
 * @param width of the picture: pixels, or units of the element's view box
 * @param height in the same
 */
record ChartCanvas(int width, int height) {
  /** Type and lines are sized for a picture of this width, legible on a phone and on a desk. */
  private static final double DESIGN_WIDTH = 560;

  private static final String FONTS = "Arial,Helvetica,Liberation Sans,sans-serif";

  static {
    // JFreeChart would draw turned labels as outlines, which are large and cannot be searched.
    TextUtils.setUseDrawRotatedStringWorkaround(false);
  }

  /** A picture that can be drawn at any size. */
  interface Picture {
    void draw(Graphics2D graphics, Rectangle2D area);
  }

  byte[] png(Picture picture) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    double scale = width / DESIGN_WIDTH;
    graphics.scale(scale, scale);
    picture.draw(graphics, new Rectangle2D.Double(0, 0, width / scale, height / scale));
    graphics.dispose();
    try {
      return ChartUtils.encodeAsPNG(image);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // it writes to memory
    }
  }

  /**
   * The picture as an {@code svg} element.
   *
   * @param content all that the picture depends on, from which its ids are made
   * @param description stands for the picture where it is not seen
   */
  String svg(Drawing content, String description, Picture picture) {
    SVGGraphics2D graphics = new SVGGraphics2D(width, height);
    graphics.setDefsKeyPrefix(id(content));
    graphics.setFontFunction(family -> FONTS);
    graphics.setGeomDoubleConverter(hundredths()::format);
    picture.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
    String element =
        graphics.getSVGElement(null, false, new ViewBox(0, 0, width, height), null, null);
    return "<svg role='img' width='100%' aria-label='"
        + Escapers.HTML.escape(description)
        + "'"
        + element.substring("<svg".length());
  }

  // More digits than are seen would double the size of a page.
  private static DecimalFormat hundredths() {
    return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT));
  }

  // From the content, so that the same run writes the same page.
  private String id(Drawing content) {
    String all = width + " " + height + " " + content;
    return "p" + UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)) + "-";
  }
}
