package org.sparkradam.report.chart;

import java.util.List;

/**
 * The columns or the rows of a heat map.
 *
 * @param label what they are, with the unit
 * @param names one a column, from the left, or one a row, from the top: what a cell under the
 *     pointer is called by
 * @param ticks what is written beside them, as many as there are names; nothing where it is empty
 */
public record GridAxis(String label, List<String> names, List<String> ticks) {
  /**
   * @throws IllegalArgumentException if there are no names, or more or fewer ticks than names
   */
  public GridAxis {
    names = List.copyOf(names);
    ticks = List.copyOf(ticks);
    if (names.isEmpty() || names.size() != ticks.size()) {
      throw new IllegalArgumentException(
          ticks.size() + " ticks for " + names.size() + " columns or rows");
    }
  }

  /** An axis with every name written beside it. */
  public static GridAxis of(String label, List<String> names) {
    return new GridAxis(label, names, names);
  }

  /** The same columns or rows with other text beside them. */
  public GridAxis withTicks(List<String> texts) {
    return new GridAxis(label, names, texts);
  }
}
