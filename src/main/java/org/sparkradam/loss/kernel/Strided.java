package org.sparkradam.loss.kernel;

/**
 * A matrix as kernels see it: entry (i, j) is {@code i·rowStep + j·columnStep} after {@code from}.
 * So its transposed is a view of the same array.
 *
 * @param values the array that this is a view of
 * @param from where entry (0, 0) is
 */
public record Strided(
    double[] values, int from, int rows, int columns, int rowStep, int columnStep) {

  static Strided of(Matrix matrix) {
    int columns = matrix.columns();
    return new Strided(matrix.values(), matrix.from(), matrix.rows(), columns, columns, 1);
  }

  Strided transposed() {
    return new Strided(values, from, columns, rows, columnStep, rowStep);
  }

  /** Where a row begins in the array. */
  public int rowFrom(int row) {
    return from + row * rowStep;
  }

  void copyRowTo(int row, double[] target) {
    if (columnStep == 1) {
      System.arraycopy(values, rowFrom(row), target, 0, columns);
    } else {
      for (int j = 0, at = rowFrom(row); j < columns; j++, at += columnStep) {
        target[j] = values[at];
      }
    }
  }

  void setRow(int row, double[] source) {
    if (columnStep == 1) {
      System.arraycopy(source, 0, values, rowFrom(row), columns);
    } else {
      for (int j = 0, at = rowFrom(row); j < columns; j++, at += columnStep) {
        values[at] = source[j];
      }
    }
  }

  /** Each row into an array of its own. */
  void copyRowsTo(double[][] targets) {
    int whole = columnStep == 1 ? 0 : rows & ~3;
    for (int row = 0; row < whole; row += 4) {
      copyFourRowsTo(targets, row);
    }
    for (int row = whole; row < rows; row++) {
      copyRowTo(row, targets[row]);
    }
  }

  /** Four at a time, for where the rows are columns in memory, they share its lines. */
  private void copyFourRowsTo(double[][] targets, int row) {
    double[] t0 = targets[row];
    double[] t1 = targets[row + 1];
    double[] t2 = targets[row + 2];
    double[] t3 = targets[row + 3];
    for (int j = 0, at = rowFrom(row); j < columns; j++, at += columnStep) {
      t0[j] = values[at];
      t1[j] = values[at + rowStep];
      t2[j] = values[at + 2 * rowStep];
      t3[j] = values[at + 3 * rowStep];
    }
  }
}
