package org.sparkradam.optim;

/** What RAdam does while the variance of its adaptive rate is not yet tractable. */
public enum BelowThreshold {
  /** A step along the bias-corrected momentum, as in the paper (arXiv 1908.03265, algorithm 2). */
  MOMENTUM,
  /**
   * The gradient enters both moments; weights and weight decay stay. What the authors' packaged
   * optimizer does.
   */
  SKIP
}
