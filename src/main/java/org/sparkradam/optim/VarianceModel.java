package org.sparkradam.optim;

/** Which variance of the adaptive rate RAdam's rectification term is built on. */
public enum VarianceModel {
  /** The paper's first-order approximation, defined for ρ above 4 (arXiv 1908.03265, eq. 5). */
  FIRST_ORDER(4),
  /** The variance itself, defined for ρ above 2. */
  EXACT(2);

  private final double definedAbove;

  VarianceModel(double definedAbove) {
    this.definedAbove = definedAbove;
  }

  /**
   * The ρ above which this variance exists: the least threshold that RAdam can have with it.
   *
   * @return 4 or 2
   */
  public double definedAbove() {
    return definedAbove;
  }
}
