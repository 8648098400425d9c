package org.sparkradam.loss.kernel;

/**
 * Rows of which only the active features are stored. Entry p is feature {@code indices[p]} with
 * {@code values[p]}; those of a row are from {@link #begin} to {@link #end}.
 *
 * @param starts of a block's rows, positions of its entries
 * @param first of the block's rows among these
 * @param rows how many
 * @param firstEntry the block's position of what {@code indices} and {@code values} begin with
 * @param indices of the features, ascending within a row
 * @param values one an index
 */
public record SparseRows(
    int[] starts, int first, int rows, int firstEntry, int[] indices, double[] values) {
  /** Where a row's entries begin. */
  public int begin(int row) {
    return starts[first + row] - firstEntry;
  }

  /** Where a row's entries end. */
  public int end(int row) {
    return starts[first + row + 1] - firstEntry;
  }
}
