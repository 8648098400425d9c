package org.sparkradam.ml;

import java.util.function.Function;
import org.sparkradam.ml.internal.fit.FitBlocks;
import org.sparkradam.ml.internal.fit.Trained;

/**
 * A fit whose rows have been looked at.
 *
 * @param <M> the model
 */
sealed interface PlannedFit<M> {
  /** There is nothing to train: the facts of the rows say it all. */
  record Known<M>(Trained<M> trained) implements PlannedFit<M> {}

  /**
   * @param rows that it trains on
   * @param task what it trains, on blocks of these rows
   */
  record OnBlocks<M>(TrainingRows.Scaled rows, Function<FitBlocks, FitTask<M>> task)
      implements PlannedFit<M> {}
}
