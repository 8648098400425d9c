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
import org.jfree.chart.JFreeChart;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.text.TextUtils;
import org.jfree.data.Range;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;
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

  /**
   * What charts are drawn on: pixels, or an element of a page.
   *
   * @param width of the picture: pixels, or units of the element's view box
   * @param height in the same
   */
  private record ChartCanvas(int width, int height) {
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
}
