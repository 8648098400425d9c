package org.sparkradam.report.chart;

import java.awt.Color;
import java.util.List;
import java.util.Optional;

/**
 * How a heat map tells values by colour.
 *
 * @param label what the values are, with their unit
 * @param scale how the colours space them
 * @param darkest which end is dark
 * @param limits the values of the end colours, which stand for all beyond as well; found from the
 *     data when absent
 * @param missing what the legend calls cells whose value is not finite
 */
public record ColorScale(
    String label, Scale scale, Darkest darkest, Optional<Limits> limits, String missing) {
  /**
   * Equal differences, equal steps of colour. Limits found from the data leave out what is far from
   * the bulk, as an axis does, so that a diverged trial does not make all others look alike.
   */
  public static ColorScale linear(String label, Darkest darkest) {
    return new ColorScale(label, Scale.LINEAR, darkest, Optional.empty(), "no value");
  }

  /** Equal ratios, equal steps of colour; cells of zero and below stay blank. */
  public static ColorScale log(String label, Darkest darkest) {
    return new ColorScale(label, Scale.LOG, darkest, Optional.empty(), "no value");
  }

  /** The same scale between fixed ends. */
  public ColorScale within(Limits fixed) {
    return new ColorScale(label, scale, darkest, Optional.of(fixed), missing);
  }

  /** The same scale with words for a value that is not finite, such as "diverged". */
  public ColorScale withMissing(String words) {
    return new ColorScale(label, scale, darkest, limits, words);
  }

  /** Which end of a colour scale is dark; take the one that readers look for. */
  public enum Darkest {
    /** The lowest value, such as the best loss. */
    LOWEST {
      @Override
      Color color(double share) {
        return Viridis.at(share);
      }
    },
    /** The highest value, such as the best accuracy, or the fullest bin among empty, white ones. */
    HIGHEST {
      @Override
      Color color(double share) {
        return Viridis.at(1 - share);
      }
    };

    /** The colour of a value at a share of the way from the lowest to the highest. */
    abstract Color color(double share);
  }

  /**
   * Colours from dark violet to light yellow whose lightness rises evenly, so that they keep their
   * order in greyscale and to the colour-blind: "viridis" of Smith and van der Walt (<a
   * href="https://bids.github.io/colormap/">https://bids.github.io/colormap/</a>), at six stops.
   */
  static final class Viridis {
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
}
