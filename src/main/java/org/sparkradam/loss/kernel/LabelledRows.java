package org.sparkradam.loss.kernel;

import java.util.Locale;

/** What a loss sees of rows beside their margins. Rows count from 0. */
public sealed interface LabelledRows permits Tile {
  /** How many there are. */
  int rows();

  /** As the loss wants it: a number, or which class it is. */
  double label(int row);

  /** At least 0; 1 where the table has none. */
  double weight(int row);

  /** Copies the labels to the beginning of an array. */
  void copyLabels(double[] target);

  /** Copies the weights to the beginning of an array. */
  void copyWeights(double[] target);

  /**
   * The label as a class.
   *
   * @throws IllegalArgumentException if it is none of 0 … classes - 1
   */
  default int classOf(int row, int classes) {
    double label = label(row);
    int index = (int) label;
    if (index != label || index < 0 || index >= classes) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "label must be one of the classes 0 to %d, but was %s",
              classes - 1,
              label));
    }
    return index;
  }
}
