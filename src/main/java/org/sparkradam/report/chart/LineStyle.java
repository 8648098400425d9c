package org.sparkradam.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Polygon;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * How a curve looks. Colour, dashes and marker all differ from curve to curve, so that a plot can
 * be read in greyscale and by the colour-blind.
 *
 * @param color of line, marker and band
 * @param stroke width and dashes
 * @param marker drawn at some of the points
 */
record LineStyle(Color color, BasicStroke stroke, Shape marker) {
  /**
   * The palette of Okabe and Ito (<a
   * href="https://jfly.uni-koeln.de/color/">https://jfly.uni-koeln.de/color/</a>) without its
   * yellow, which vanishes on white.
   */
  private static final List<Color> COLORS =
      List.of(
          new Color(0x0072B2),
          new Color(0xD55E00),
          new Color(0x009E73),
          new Color(0xCC79A7),
          new Color(0xE69F00),
          new Color(0x56B4E9),
          new Color(0x000000));

  private static final List<BasicStroke> STROKES =
      List.of(
          new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND),
          dashes(8, 4),
          dashes(2, 3),
          dashes(9, 3, 2, 3),
          dashes(14, 4));

  private static final List<Shape> MARKERS =
      List.of(
          new Ellipse2D.Double(-4, -4, 8, 8),
          new Rectangle2D.Double(-3.5, -3.5, 7, 7),
          polygon(0, -5, 5, 4, -5, 4),
          polygon(0, -5, 5, 0, 0, 5, -5, 0),
          polygon(0, 5, 5, -4, -5, -4),
          polygon(
              -5, -2, -2, -2, -2, -5, 2, -5, 2, -2, 5, -2, 5, 2, 2, 2, 2, 5, -2, 5, -2, 2, -5, 2));

  /** The style at a place in the legend; 7 colours, 5 dashes and 6 markers repeat after 210. */
  static LineStyle at(int index) {
    return new LineStyle(
        COLORS.get(index % COLORS.size()),
        STROKES.get(index % STROKES.size()),
        MARKERS.get(index % MARKERS.size()));
  }

  /** The style of the reference line at an index: grey, thin, without markers. */
  static LineStyle reference(int index) {
    float dash = 6f / (1 + index);
    return new LineStyle(
        new Color(0x555555),
        new BasicStroke(
            1.3f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {dash, 3}, 0),
        new Rectangle2D.Double());
  }

  private static BasicStroke dashes(float... lengths) {
    return new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, lengths, 0);
  }

  private static Polygon polygon(int... corners) {
    Polygon polygon = new Polygon();
    for (int i = 0; i < corners.length; i += 2) {
      polygon.addPoint(corners[i], corners[i + 1]);
    }
    return polygon;
  }
}
