package org.sparkradam.study;

/** What trials are measured by beside one another. */
public enum Reference {
  /** The minimum of their objective, or what L-BFGS makes of it over all rows. */
  OPTIMUM,
  /** Nothing: pairs of trials say enough, and a costly model is spared the full batches. */
  NONE
}
