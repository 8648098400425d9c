package org.sparkradam.loss;

import org.sparkradam.loss.kernel.Tile;

/** One call's way through the tiles of its range, for all of its weight vectors. */
interface TilePass {
  /** Adds a tile's losses and gradients, as {@link BlockLoss#add} says, but not its rows' count. */
  void add(Tile tile);

  /** Ends the pass: what it kept of the gradients goes to the sums. */
  default void end() {}
}
