package org.sparkradam.ml;

import java.nio.DoubleBuffer;
import java.util.List;

/**
 * Rows as a fit trains on them.
 *
 * @param scale that features are multiplied by
 * @param labelUnit that labels are divided by
 */
record ScaledRows(TrainingRows rows, double[] scale, double labelUnit) {
  /** Shuffled and cached: the caller closes them. */
  FitBlocks blocks() {
    return rows.scaled(scale, labelUnit);
  }

  /** Equal for rows whose blocks are the same. */
  Object blocksKey() {
    return List.of(rows.key(), DoubleBuffer.wrap(scale), labelUnit);
  }
}
