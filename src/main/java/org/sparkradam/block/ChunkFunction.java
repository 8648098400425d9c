package org.sparkradam.block;

import java.io.Serializable;

/**
 * Works on one chunk, in a task. Called once or, where a task is retried, more often, each time
 * with the same rows.
 *
 * @param <R> what comes back to the driver
 */
@FunctionalInterface
public interface ChunkFunction<R> extends Serializable {
  /**
   * What becomes of a chunk.
   *
   * @param chunk its number
   * @param block its rows
   * @return not null
   */
  R apply(int chunk, RowBlock block);
}
