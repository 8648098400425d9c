package org.sparkradam.table.synthetic;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A text column whose levels follow Zipf's law: level k, from 0, has weight 1/(k + 1). */
final class CategoricalColumn implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int[] SIZES = {3, 20, 200, 2_000};

  private final String name;
  private final List<String> levels;
  private final double[] cumulative;

  private CategoricalColumn(String name, int size) {
    this.name = name;
    this.levels = IntStream.range(0, size).mapToObj(k -> "level_" + k).toList();
    this.cumulative = IntStream.range(0, size).mapToDouble(k -> 1.0 / (k + 1)).toArray();
    for (int k = 1; k < size; k++) {
      cumulative[k] += cumulative[k - 1];
    }
  }

  /** Columns of 3, 20, 200 and 2,000 levels take turns. */
  static CategoricalColumn of(int column) {
    return new CategoricalColumn("category_" + column, SIZES[column % SIZES.length]);
  }

  String name() {
    return name;
  }

  List<String> levels() {
    return levels;
  }

  /** The probability of a level. */
  double probability(int level) {
    return 1.0 / (level + 1) / cumulative[cumulative.length - 1];
  }

  int draw(RowRandom random) {
    double point = random.uniform() * cumulative[cumulative.length - 1];
    int found = Arrays.binarySearch(cumulative, point);
    return Math.min(found < 0 ? -found - 1 : found, cumulative.length - 1);
  }
}
