package org.sparkradam.report.chart;

import java.awt.Color;
import org.jfree.chart.renderer.PaintScale;

/**
 * A heat map's colour scale between known ends. JFreeChart sees it as a scale of places, which are
 * spaced equally where values need not be.
 */
record HeatColors(Scale scale, ColorScale.Darkest darkest, Limits limits) implements PaintScale {
  static HeatColors of(HeatMap map) {
    return new HeatColors(map.colors().scale(), map.colors().darkest(), map.limits());
  }

  /** A value beyond the ends has the colour of the end. */
  Color color(double value) {
    return getPaint(scale.place(value));
  }

  @Override
  public double getLowerBound() {
    return scale.place(limits.low());
  }

  @Override
  public double getUpperBound() {
    return scale.place(limits.high());
  }

  @Override
  public Color getPaint(double place) {
    double share = (place - getLowerBound()) / (getUpperBound() - getLowerBound());
    return darkest.color(Math.max(0, Math.min(1, share)));
  }

  /** Black or white, whichever stands out from the colour: WCAG's contrast is 4.5 at least. */
  static Color ink(Color ground) {
    return luminance(ground) > 0.179 ? Color.BLACK : Color.WHITE;
  }

  /** From 0 to 1, by <a href="https://www.w3.org/TR/WCAG22/#dfn-relative-luminance">WCAG</a>. */
  static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int level) {
    double share = level / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
