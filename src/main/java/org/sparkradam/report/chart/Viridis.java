package org.sparkradam.report.chart;

import java.awt.Color;
import java.util.List;

/**
 * Colours from dark violet to light yellow whose lightness rises evenly, so that they keep their
 * order in greyscale and to the colour-blind: "viridis" of Smith and van der Walt (<a
 * href="https://bids.github.io/colormap/">https://bids.github.io/colormap/</a>), at six stops.
 */
final class Viridis {
  private static final List<Color> STOPS =
      List.of(
          new Color(0x440154),
          new Color(0x414487),
          new Color(0x2A788E),
          new Color(0x22A884),
          new Color(0x7AD151),
          new Color(0xFDE725));

  private Viridis() {}

  /** The colour at a share of the way from dark to light. */
  static Color at(double share) {
    double place = share * (STOPS.size() - 1);
    int stop = Math.min((int) place, STOPS.size() - 2);
    Color from = STOPS.get(stop);
    Color to = STOPS.get(stop + 1);
    double part = place - stop;
    return new Color(
        mix(from.getRed(), to.getRed(), part),
        mix(from.getGreen(), to.getGreen(), part),
        mix(from.getBlue(), to.getBlue(), part));
  }

  private static int mix(int from, int to, double part) {
    return (int) Math.round(from + part * (to - from));
  }
}
