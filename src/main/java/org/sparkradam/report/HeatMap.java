package org.sparkradam.report;

import java.util.ArrayList;
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
}
