package org.sparkradam.ml.internal.fit;

import java.util.Optional;
import org.apache.spark.SparkContext;
import org.sparkradam.block.ShuffledBlocks;

/** The cached rows of a fit: those it trains on and, where there are, those held out. */
public record FitBlocks(ShuffledBlocks training, Optional<ShuffledBlocks> heldOut)
    implements AutoCloseable {

  /** Of the session that they are cached in. */
  public SparkContext context() {
    return training.context();
  }

  /** Of all rows, whatever their order. */
  public String fingerprint() {
    return training.fingerprint() + heldOut.map(rows -> "+" + rows.fingerprint()).orElse("");
  }

  @Override
  public void close() {
    training.close();
    heldOut.ifPresent(ShuffledBlocks::close);
  }
}
