package org.sparkradam.loss.kernel;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Arrays that a task uses again from tile to tile and from call to call. Their contents mean
 * nothing between two uses, nor to anyone outside of this package. Not safe among threads: one a
 * task.
 */
public final class Workspace {
  /** What an array is for: those of different slots are different arrays. */
  public enum Slot {
    TILE_VALUES,
    MARGINS,
    MARGINS_BY_ROW,
    COEFFICIENTS,
    COEFFICIENTS_GRADIENT,
    PANEL_SUM,
    PADDED,
    LANE_SUMS,
    EXPONENTS,
    SIGMOIDS,
    POWERS,
    ROW_MARGINS,
    ROW_LABELS,
    ROW_WEIGHTS,
    SCORES,
    OWN_GRADIENT,
    ACTIVATIONS,
    DELTAS,
    FACTOR_SUMS,
    ROW_GRADIENT
  }

  private final Map<Slot, double[]> arrays = new EnumMap<>(Slot.class);
  private double[][] panel = {};
  private final ActiveRow row = new ActiveRow();

  /** An array of at least this length, of any contents. */
  public double[] array(Slot slot, int length) {
    double[] array = arrays.get(slot);
    if (array == null || array.length < length) {
      array = new double[length];
      arrays.put(slot, array);
    }
    return array;
  }

  /** A matrix of any contents. */
  public Matrix matrix(Slot slot, int rows, int columns) {
    return new Matrix(array(slot, Math.multiplyExact(rows, columns)), 0, rows, columns);
  }

  /** Arrays, at least so many, each of at least this length, of any contents. */
  double[][] panel(int arrays, int length) {
    if (panel.length < arrays) {
      panel = Arrays.copyOf(panel, arrays);
    }
    for (int i = 0; i < arrays; i++) {
      if (panel[i] == null || panel[i].length < length) {
        panel[i] = new double[length];
      }
    }
    return panel;
  }

  /** A cursor over rows, one for each workspace. */
  public ActiveRow row() {
    return row;
  }
}
