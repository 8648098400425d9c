package org.sparkradam.optim;

/** The coordinates of one step, and where what belongs to them lies. */
sealed interface Coordinates permits AllCoordinates, TouchedCoordinates, SegmentPass.Segment {
  /** How many there are. */
  int count();

  /** Copies some neighbours' gradient, weights and state into a block. */
  void load(StepBlock block, int from, int length);

  /** Copies the block's weights and state back to where they came from. */
  void store(StepBlock block);
}
