package org.sparkradam.report;

import java.awt.Graphics2D;
import java.util.function.Supplier;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.svg.SVGGraphics2D;

/**
 * Text that is held by its middle or its end. In a page the browser is asked to do so, since its
 * type may be narrower than the one that is measured here.
 */
enum AnchoredText {
  BELOW("middle", TextAnchor.TOP_CENTER, TextAnchor.TOP_LEFT),
  AROUND("middle", TextAnchor.CENTER, TextAnchor.CENTER_LEFT),
  BEFORE("end", TextAnchor.CENTER_RIGHT, TextAnchor.CENTER_LEFT);

  private final String attribute;
  private final TextAnchor measured;
  private final TextAnchor start;

  AnchoredText(String attribute, TextAnchor measured, TextAnchor start) {
    this.attribute = attribute;
    this.measured = measured;
    this.start = start;
  }

  /** The anchor to draw with inside {@link #draw}. */
  TextAnchor on(Graphics2D graphics) {
    return graphics instanceof SVGGraphics2D ? start : measured;
  }

  /** Draws text with the anchor. */
  <T> T draw(Graphics2D graphics, Supplier<T> drawing) {
    return SvgGroup.with(graphics, "text-anchor", attribute, drawing);
  }
}
