package org.sparkradam.loss;

/**
 * The coefficients of several weight vectors and their gradients, each in one matrix while rows
 * pass by, so that a row is multiplied with all of them at once. Below M is how many margins the
 * vectors have together, vector after vector.
 */
interface JointCoefficients {
  /**
   * margins = constants + what the tile's rows make, with margins of M × rows.
   *
   * @param constants one a margin
   */
  void setMargins(Tile tile, double[] constants, Matrix margins);

  /** Adds to the gradients, with multipliers of M × rows. */
  void addGradient(Tile tile, Matrix multipliers);

  /** Gives the gradients back to where they were taken from. */
  void end();
}
