package org.sparkradam.train;

import org.sparkradam.loss.BlockLoss;

/**
 * When L-BFGS stops, and what it remembers.
 *
 * @param maxIterations at least 0; 200 by default
 * @param memory pairs of steps and gradient differences that the inverse Hessian is made of, at
 *     least 1; 10 by default, as in Spark's trainers
 * @param tolerance relative, of objective and gradient, at least 0; 1e-7 by default
 * @param lineSearch strong Wolfe by default; with L1 it always backtracks
 */
public record LbfgsSettings(
    int maxIterations, int memory, double tolerance, LineSearch lineSearch) {
  /** What users name the solver. */
  public static final String SOLVER = "lbfgs";

  /**
   * @throws IllegalArgumentException if a setting is out of its range
   */
  public LbfgsSettings {
    require("maxIterations", maxIterations, maxIterations >= 0, "at least 0");
    require("memory", memory, memory >= 1, "at least 1");
    require("tolerance", tolerance, tolerance >= 0, "at least 0");
  }

  /** 200 iterations, memory 10, tolerance 1e-7, strong Wolfe conditions. */
  public static LbfgsSettings defaults() {
    return new LbfgsSettings(200, 10, 1e-7, LineSearch.STRONG_WOLFE);
  }

  /** The same with another bound of iterations, at least 0. */
  public LbfgsSettings withMaxIterations(int value) {
    return new LbfgsSettings(value, memory, tolerance, lineSearch);
  }

  /** The same with another memory, at least 1. */
  public LbfgsSettings withMemory(int value) {
    return new LbfgsSettings(maxIterations, value, tolerance, lineSearch);
  }

  /** The same with another tolerance, at least 0. */
  public LbfgsSettings withTolerance(double value) {
    return new LbfgsSettings(maxIterations, memory, value, lineSearch);
  }

  /** The same with another line search. */
  public LbfgsSettings withLineSearch(LineSearch value) {
    return new LbfgsSettings(maxIterations, memory, tolerance, value);
  }

  private static void require(String name, Object value, boolean holds, String right) {
    if (!holds) {
      throw new IllegalArgumentException(name + " must be " + right + ", but was " + value);
    }
  }

  /** How L-BFGS finds the length of a step. */
  public enum LineSearch {
    /** Wants a flatter slope at the end of the step: best where the gradient is continuous. */
    STRONG_WOLFE,
    /**
     * Wants only a lower objective: OWL-QN's, with or without L1. For objectives with kinks such as
     * the hinge's, where slopes do not flatten out and the other ends too early.
     */
    BACKTRACKING;

    /** The better one for a loss. */
    public static LineSearch suited(BlockLoss loss) {
      return loss.isSmooth() ? STRONG_WOLFE : BACKTRACKING;
    }
  }
}
