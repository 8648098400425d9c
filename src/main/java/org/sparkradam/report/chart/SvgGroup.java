package org.sparkradam.report.chart;

import java.awt.Graphics2D;
import java.util.Map;
import java.util.function.Supplier;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.SVGHints;
import org.sparkradam.report.text.PlainText;

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
  static <T> T with(Graphics2D graphics, String attribute, String value, Supplier<T> drawing) {
    if (graphics instanceof SVGGraphics2D svg) {
      svg.setRenderingHint(SVGHints.KEY_BEGIN_GROUP, Map.of(attribute, value));
      T drawn = drawing.get();
      svg.setRenderingHint(SVGHints.KEY_END_GROUP, null);
      return drawn;
    }
    return drawing.get();
  }

  /** The same of something that has no result. */
  static void with(Graphics2D graphics, String attribute, String value, Runnable drawing) {
    Supplier<Void> withoutResult =
        () -> {
          drawing.run();
          return null;
        };
    with(graphics, attribute, value, withoutResult);
  }
}
