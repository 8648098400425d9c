package org.sparkradam.block;

/** How all blocks of a table store their rows; chosen once, by the driver. */
public enum BlockLayout {
  /** Every feature stored: {@link DenseBlock}. */
  DENSE {
    @Override
    int fewestChunks() {
      return 16;
    }

    @Override
    long rowBytes(RowStatistics rows, FeaturePrecision precision) {
      return (long) precision.bytes() * rows.features() * rows.rows();
    }

    @Override
    double valuesPerRow(RowStatistics rows) {
      return rows.features();
    }

    @Override
    RowBuffer buffer(int features, int rows, long active) {
      return new DenseBuffer(features, rows);
    }
  },

  /** Only active features stored: {@link SparseBlock}. */
  SPARSE {
    @Override
    int fewestChunks() {
      return 64;
    }

    @Override
    long rowBytes(RowStatistics rows, FeaturePrecision precision) {
      return (precision.bytes() + (long) Integer.BYTES) * rows.activeValues()
          + Integer.BYTES * rows.rows();
    }

    @Override
    double valuesPerRow(RowStatistics rows) {
      return (double) rows.activeValues() / rows.rows();
    }

    @Override
    RowBuffer buffer(int features, int rows, long active) {
      return new SparseBuffer(features, rows, Math.toIntExact(active));
    }
  };

  /**
   * Below this share of active features sparse rows take less than 3/8 of the memory, and as much
   * less to read, which pays for the scattered access.
   */
  private static final double SPARSE_BELOW = 0.25;

  /** What suits the rows of a table. */
  public static BlockLayout of(RowStatistics rows) {
    double places = (double) rows.rows() * rows.features();
    return rows.activeValues() < SPARSE_BELOW * places ? SPARSE : DENSE;
  }

  /**
   * Chunks of a table that is not small: more of sparse rows, since what a step does is as wide as
   * the features of the chunks that it reads of.
   */
  abstract int fewestChunks();

  /** Bytes of all rows' features. */
  abstract long rowBytes(RowStatistics rows, FeaturePrecision precision);

  /** Stored values of an average row. */
  abstract double valuesPerRow(RowStatistics rows);

  /**
   * An empty one.
   *
   * @param rows that it has room for before it has to grow
   * @param active values of these rows that are stored if the layout is sparse
   */
  abstract RowBuffer buffer(int features, int rows, long active);
}
