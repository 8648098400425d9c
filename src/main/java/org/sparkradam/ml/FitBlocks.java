package org.sparkradam.ml;

import java.util.Optional;
import org.apache.spark.SparkContext;
import org.sparkradam.block.ShuffledBlocks;

/** The cached rows of a fit: those it trains on and, where there are, those held out. */
record FitBlocks(ShuffledBlocks training, Optional<ShuffledBlocks> heldOut)
    implements AutoCloseable {

  SparkContext context() {
    return training.context();
  }

  /** Of all rows, whatever their order. */
  String fingerprint() {
    return training.fingerprint() + heldOut.map(rows -> "+" + rows.fingerprint()).orElse("");
  }

  @Override
  public void close() {
    training.close();
    heldOut.ifPresent(ShuffledBlocks::close);
  }
}
