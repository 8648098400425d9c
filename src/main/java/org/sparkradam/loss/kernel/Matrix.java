package org.sparkradam.loss.kernel;

import java.util.Arrays;
import java.util.Locale;

/**
 * A view of part of an array as a matrix, row after row: what is written here is written there. As
 * safe among threads as the array.
 */
public final class Matrix {
  /**
   * Entries that memory hands over together: a transposition that went from one to the next in
   * steps of a power of two would have each of them evicted before its neighbour is asked for.
   */
  private static final int CACHE_LINE = 8;

  private final double[] values;
  private final int from;
  private final int rows;
  private final int columns;

  /**
   * The entries of {@code values} from {@code from} on.
   *
   * @throws IllegalArgumentException if the array ends before the matrix does
   */
  public Matrix(double[] values, int from, int rows, int columns) {
    if (from < 0 || rows < 0 || columns < 0 || from + (long) rows * columns > values.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A matrix of %d x %d does not fit into %d values from %d on",
              rows,
              columns,
              values.length,
              from));
    }
    this.values = values;
    this.from = from;
    this.rows = rows;
    this.columns = columns;
  }

  /** The array that this is a view of. */
  public double[] values() {
    return values;
  }

  /** Where row 0 begins in the array. */
  public int from() {
    return from;
  }

  /** How many rows there are. */
  public int rows() {
    return rows;
  }

  /** How many columns there are. */
  public int columns() {
    return columns;
  }

  /** Where a row begins in the array. */
  public int rowFrom(int row) {
    return from + row * columns;
  }

  /** Sets every entry. */
  public void fill(double value) {
    Arrays.fill(values, from, from + rows * columns, value);
  }

  /** Sets every entry of a row. */
  void fillRow(int row, double value) {
    Arrays.fill(values, rowFrom(row), rowFrom(row) + columns, value);
  }

  /** Sets every entry of each row to a value of its own. */
  public void fillRows(double[] rowValues) {
    for (int row = 0; row < rows; row++) {
      fillRow(row, rowValues[row]);
    }
  }

  /** Sets every entry to that of a matrix of the same shape. */
  public void copyFrom(Matrix other) {
    System.arraycopy(other.values, other.from, values, from, rows * columns);
  }

  /** Sets entry (i, j) to the other's (j, i), or to 0 where the other has fewer rows. */
  public void copyTransposedFrom(Matrix other) {
    int length = Math.min(columns, other.rows);
    int whole = rows - rows % CACHE_LINE;
    for (int row = 0; row < whole; row += CACHE_LINE) {
      copyLinesTransposed(row, other, length);
    }
    for (int row = whole; row < rows; row++) {
      other.copyColumn(row, 0, length, values, rowFrom(row));
    }
    clearColumns(length);
  }

  /** Sets the columns from the first one on to 0. */
  public void clearColumns(int first) {
    for (int row = 0; first < columns && row < rows; row++) {
      Arrays.fill(values, rowFrom(row) + first, rowFrom(row) + columns, 0);
    }
  }

  /** Part of {@link #CACHE_LINE} rows. */
  private void copyLinesTransposed(int row, Matrix other, int length) {
    double[] source = other.values;
    int step = other.columns;
    int from = other.from + row;
    int to = rowFrom(row);
    for (int j = 0; j < length; j++, from += step, to++) {
      values[to] = source[from];
      values[to + columns] = source[from + 1];
      values[to + 2 * columns] = source[from + 2];
      values[to + 3 * columns] = source[from + 3];
      values[to + 4 * columns] = source[from + 4];
      values[to + 5 * columns] = source[from + 5];
      values[to + 6 * columns] = source[from + 6];
      values[to + 7 * columns] = source[from + 7];
    }
  }

  /** Sets part of a column to the entries of {@code source} from {@code sourceFrom} on. */
  public void setColumn(int column, int fromRow, int toRow, double[] source, int sourceFrom) {
    for (int row = fromRow; row < toRow; row++) {
      values[rowFrom(row) + column] = source[sourceFrom + row - fromRow];
    }
  }

  /** Sets the entries of {@code target} from {@code targetFrom} on to part of a column. */
  public void copyColumn(int column, int fromRow, int toRow, double[] target, int targetFrom) {
    for (int row = fromRow; row < toRow; row++) {
      target[targetFrom + row - fromRow] = values[rowFrom(row) + column];
    }
  }

  /** Sets each row to the entries of {@code source} from {@code sourceFrom} on. */
  public void fillRowsWith(double[] source, int sourceFrom) {
    for (int row = 0; row < rows; row++) {
      System.arraycopy(source, sourceFrom, values, rowFrom(row), columns);
    }
  }

  /** Adds each column's sum to the entries of {@code target} from {@code targetFrom} on. */
  public void addColumnSums(double[] target, int targetFrom) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        target[targetFrom + column] += values[rowFrom(row) + column];
      }
    }
  }
}
