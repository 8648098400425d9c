package org.sparkradam.report;

import java.awt.Graphics2D;
import java.util.Map;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.SVGHints;

/** Groups of what is drawn into a page; on an image they change nothing. */
final class SvgGroup {
  private SvgGroup() {}

  /**
   * Something that shows a text where the pointer rests on it, without any script.
   *
   * @param text in lines that have gone through {@link PlainText}
   */
  static void titled(Graphics2D graphics, String text, Runnable drawing) {
    if (graphics instanceof SVGGraphics2D svg) {
      svg.setRenderingHint(SVGHints.KEY_BEGIN_GROUP, null);
      svg.setRenderingHint(SVGHints.KEY_ELEMENT_TITLE, text);
      drawing.run();
      svg.setRenderingHint(SVGHints.KEY_END_GROUP, null);
    } else {
      drawing.run();
    }
  }

  /** Something with an attribute that its parts inherit. */
  static void with(Graphics2D graphics, String attribute, String value, Runnable drawing) {
    if (graphics instanceof SVGGraphics2D svg) {
      svg.setRenderingHint(SVGHints.KEY_BEGIN_GROUP, Map.of(attribute, value));
      drawing.run();
      svg.setRenderingHint(SVGHints.KEY_END_GROUP, null);
    } else {
      drawing.run();
    }
  }
}
