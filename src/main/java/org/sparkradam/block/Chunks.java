package org.sparkradam.block;

import java.io.Serializable;
import java.util.List;

/**
 * Who runs functions on chunks: the seam between training on executors and on the driver, beyond
 * which nothing differs. Thread-safe.
 */
interface Chunks extends AutoCloseable {
  /** What the function makes of each of the chunks, in their order. */
  <R> List<R> run(int[] chunks, ChunkFunction<R> function);

  /**
   * Makes a value known to functions that are run.
   *
   * @param value that Java can serialise
   * @param bytes that it takes
   */
  <S> Shared<S> share(S value, long bytes);

  /** Where the blocks are; never {@link TrainingPlace#AUTO}. */
  TrainingPlace place();

  /** What is to be known of each block. */
  List<Summary> summaries();

  /** Lets go of the blocks; may be called more than once. */
  @Override
  void close();

  /** What the driver keeps of a block. */
  record Summary(int rows, double weightSum, long bytes) implements Serializable {
    static Summary of(RowBlock block) {
      return new Summary(block.rows(), block.weightSum(), block.bytes());
    }
  }
}
