package org.sparkradam.study.variance;

import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.sparkradam.optim.AdaptiveRateVariance;

/**
 * The variance of l for ρ independent gradients of variance 1, and the paper's approximation of it.
 *
 * @param rho degrees of freedom, above 4
 * @param exact by special functions
 * @param firstOrder by the delta method
 */
public record Approximation(double rho, double exact, double firstOrder) {
  private static final double[] NEAR_THE_THRESHOLD = {4.1, 4.2, 4.3, 4.5, 4.7, 5, 5.5, 6, 7, 8, 9};
  private static final double[] DECADE = {10, 12, 15, 20, 25, 30, 40, 50, 60, 80};

  static Approximation at(double rho) {
    return new Approximation(
        rho, AdaptiveRateVariance.exact(rho), AdaptiveRateVariance.firstOrder(rho));
  }

  /** From ρ = 4.1 to 10,000, denser where the two part. */
  public static List<Approximation> all() {
    DoubleStream decades =
        DoubleStream.of(1, 10, 100).flatMap(ten -> DoubleStream.of(DECADE).map(rho -> ten * rho));
    return DoubleStream.concat(
            DoubleStream.concat(DoubleStream.of(NEAR_THE_THRESHOLD), decades),
            DoubleStream.of(10_000))
        .mapToObj(Approximation::at)
        .toList();
  }

  /** The ρ from which the first order is too large by no more than this share. */
  public static double closeFrom(double share) {
    return new BrentSolver(1e-9, 1e-9).solve(200, rho -> at(rho).excess() / share - 1, 4.0001, 1e6);
  }

  /** How many times too large the first order is. */
  public double ratio() {
    return firstOrder / exact;
  }

  /** By what share of the exact variance the first order is too large. */
  double excess() {
    return ratio() - 1;
  }
}
