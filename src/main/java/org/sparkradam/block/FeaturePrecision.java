package org.sparkradam.block;

/** How exactly blocks store the values of features. What is computed with them is double. */
public enum FeaturePrecision {
  DOUBLE(Double.BYTES) {
    @Override
    RowBlock of(RowBlock block) {
      return block;
    }
  },

  /** Rounded to the nearest float, some seven digits, once they are scaled. */
  SINGLE(Float.BYTES) {
    @Override
    RowBlock of(RowBlock block) {
      return block.single();
    }
  };

  private final int bytes;

  FeaturePrecision(int bytes) {
    this.bytes = bytes;
  }

  /** Of one value. */
  int bytes() {
    return bytes;
  }

  /** A block's rows so stored; the block itself is used up. */
  abstract RowBlock of(RowBlock block);

  static float[] rounded(double[] values) {
    float[] rounded = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = (float) values[i];
    }
    return rounded;
  }
}
