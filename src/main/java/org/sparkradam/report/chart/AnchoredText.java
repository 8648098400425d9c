package org.sparkradam.report.chart;

import java.awt.Graphics2D;
import java.util.function.Supplier;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.svg.SVGGraphics2D;

/**
 * Text that is held by its middle or its end. In a page the browser is asked to do so, since its
 * type may be narrower than the one that is measured here.
 *
 * @param attribute what the browser is told
 * @param measured the anchor on an image
 * @param start the anchor in a page, where the browser moves the text from its start
 */
record AnchoredText(String attribute, TextAnchor measured, TextAnchor start) {
  static final AnchoredText BELOW =
      new AnchoredText("middle", TextAnchor.TOP_CENTER, TextAnchor.TOP_LEFT);
  static final AnchoredText AROUND =
      new AnchoredText("middle", TextAnchor.CENTER, TextAnchor.CENTER_LEFT);
  static final AnchoredText BEFORE =
      new AnchoredText("end", TextAnchor.CENTER_RIGHT, TextAnchor.CENTER_LEFT);

  /** The anchor to draw with inside {@link #draw}. */
  TextAnchor on(Graphics2D graphics) {
    return graphics instanceof SVGGraphics2D ? start : measured;
  }

  /** Draws text with the anchor. */
  <T> T draw(Graphics2D graphics, Supplier<T> drawing) {
    return SvgGroup.with(graphics, "text-anchor", attribute, drawing);
  }
}
