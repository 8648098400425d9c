package org.sparkradam.report;

import java.util.Arrays;
import java.util.List;

/** Finds the ends of the colour scale that one or several heat maps share. */
final class ColorLimits {
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
    double[] near = scale == Scale.LINEAR ? near(places) : places;
    return near.length == 0 ? new Limits(0.1, 1) : between(scale, near[0], near[near.length - 1]);
  }

  private static double[] near(double[] sorted) {
    double[] bulk = Bulk.shorth(sorted).toArray();
    return Arrays.stream(sorted)
        .filter(place -> Scale.LINEAR.reaches(place, bulk[0], bulk[1]))
        .toArray();
  }

  // Where all values are alike, their colour lies in the middle.
  private static Limits between(Scale scale, double low, double high) {
    double size = Math.max(Math.abs(low), Math.abs(high));
    double margin = high - low > 1e-9 * size ? 0 : Math.max(0.1 * size, 0.1);
    return new Limits(scale.value(low - margin), scale.value(high + margin));
  }
}
