package org.sparkradam.loss;

import java.util.Arrays;
import org.sparkradam.block.RowBlock;

/**
 * A loss and weight vectors as the rows of one block need them: of a block that has numbers of its
 * own for its features, with the weights of these only, so that nothing is as wide as the table.
 *
 * @param loss for the block's features
 * @param weights K vectors of that loss's weights
 * @param columns the features that the weights belong to; null for all of the table
 */
public record BlockView<L extends BlockLoss>(L loss, double[][] weights, int[] columns) {
  /** What a block needs of a loss and its weights. */
  @SuppressWarnings("unchecked") // a loss is narrowed to one of its own kind
  public static <L extends BlockLoss> BlockView<L> of(L loss, double[][] weights, RowBlock block) {
    int[] columns = block.columns();
    if (columns == null) {
      return new BlockView<>(loss, weights, null);
    }
    L narrow = (L) loss.withFeatures(columns.length);
    if (narrow == loss) {
      return new BlockView<>(loss, weights, null);
    }
    WeightLayout layout = loss.layout();
    double[][] gathered =
        Arrays.stream(weights)
            .map(vector -> layout.gather(vector, columns))
            .toArray(double[][]::new);
    return new BlockView<>(narrow, gathered, columns);
  }
}
