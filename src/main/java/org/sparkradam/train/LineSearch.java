package org.sparkradam.train;

/** How L-BFGS finds the length of a step. */
public enum LineSearch {
  /** Wants a flatter slope at the end of the step: best where the gradient is continuous. */
  STRONG_WOLFE,
  /**
   * Wants only a lower objective: OWL-QN's, with or without L1. For objectives with kinks such as
   * the hinge's, where slopes do not flatten out and the other ends too early.
   */
  BACKTRACKING
}
