package org.sparkradam.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;

/**
 * A grid of values told by colour, said without how it is drawn. Of a grid of few cells the values
 * are also written into them.
 *
 * @param title stands above it; may be empty
 * @param x the columns
 * @param y the rows
 * @param values the rows from the top, each from the left; {@code null} leaves a cell blank, and a
 *     value that is not finite crosses it out
 * @param colors which value has which colour
 */
public record HeatMap(
    String title, GridAxis x, GridAxis y, List<List<Double>> values, ColorScale colors)
    implements Drawing {
  /**
   * Keeps copies of the rows.
   *
   * @throws IllegalArgumentException if rows or columns are more or fewer than their names
   */
  public HeatMap {
    values = values.stream().map(HeatMap::copy).toList();
    requireSize(y, values.size(), "rows");
    for (List<Double> row : values) {
      requireSize(x, row.size(), "columns");
    }
  }

  /** The heat maps, which must share their scales, with common colours: panels to compare. */
  public static List<HeatMap> aligned(List<HeatMap> maps) {
    if (maps.isEmpty()) {
      return maps;
    }
    Limits common = ColorLimits.of(maps);
    return maps.stream().map(map -> map.within(common)).toList();
  }

  private HeatMap within(Limits limits) {
    return new HeatMap(title, x, y, values, colors.within(limits));
  }

  /** The values of the end colours. */
  Limits limits() {
    return colors.limits().orElseGet(() -> ColorLimits.of(List.of(this)));
  }

  /** All values but the blank ones, finite or not. */
  DoubleStream present() {
    return values.stream()
        .flatMap(List::stream)
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue);
  }

  int cells() {
    return values.size() * x.names().size();
  }

  // List.copyOf would refuse the nulls that stand for blank cells.
  private static List<Double> copy(List<Double> row) {
    return Collections.unmodifiableList(new ArrayList<>(row));
  }

  private static void requireSize(GridAxis axis, int size, String what) {
    if (size != axis.names().size()) {
      throw new IllegalArgumentException(
          size + " " + what + " of values for " + axis.names().size() + " names");
    }
  }

  /** Finds the ends of the colour scale that one or several heat maps share. */
  private static final class ColorLimits {
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
      double[] bulk = DenseInterval.shorth(sorted).toArray();
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
}
