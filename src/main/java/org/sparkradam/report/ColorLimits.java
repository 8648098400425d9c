package org.sparkradam.report;

import java.util.Arrays;
import java.util.List;

/** Finds the ends of the colour scale that one or several heat maps share. */
final class ColorLimits {
  private static final double LOWEST_DECADE = -300;

  private ColorLimits() {}

  static Limits of(List<HeatMap> maps) {
    Scale scale = maps.get(0).colors().scale();
    double[] places =
        maps.stream()
            .flatMapToDouble(HeatMap::present)
            .filter(scale::shows)
            .map(scale::place)
            .sorted()
            .toArray();
    // A colour is worth little to what is far off; on a log scale nothing is.
    double[] near = scale == Scale.LINEAR ? near(places) : computable(places);
    return near.length == 0 ? new Limits(0.1, 1) : between(scale, near[0], near[near.length - 1]);
  }

  private static double[] near(double[] sorted) {
    double[] bulk = Bulk.shorth(sorted).toArray();
    return Arrays.stream(sorted)
        .filter(place -> Scale.LINEAR.reaches(place, bulk[0], bulk[1]))
        .toArray();
  }

  // Denormal numbers with a margin below would reach zero, which has no logarithm.
  private static double[] computable(double[] places) {
    return Arrays.stream(places).filter(place -> place > LOWEST_DECADE).toArray();
  }

  // Where all values are alike, their colour lies in the middle.
  private static Limits between(Scale scale, double low, double high) {
    double margin = margin(scale, low, high);
    return new Limits(scale.value(low - margin), scale.value(high + margin));
  }

  private static double margin(Scale scale, double low, double high) {
    double size = Math.max(Math.abs(low), Math.abs(high));
    if (high - low > 1e-9 * size) {
      return 0;
    }
    return scale == Scale.LOG || size == 0 ? 0.5 : 0.1 * size;
  }
}
