package org.sparkradam.optim;

/**
 * The variance of Adam's adaptive rate l_t and the rectification term built on it, after Liu et
 * al., "On the Variance of the Adaptive Learning Rate and Beyond" (ICLR 2020, arXiv 1908.03265).
 *
 * <p>l_t² is taken as scaled inverse χ²(ρ, 1/σ²) with σ = 1. Every method is a pure function that
 * returns NaN outside its domain, is accurate to about 1e-15 within it, and gives the same bits on
 * every machine.
 */
public final class AdaptiveRateVariance {
  private AdaptiveRateVariance() {}

  /**
   * Var(l) = ρ/(ρ-2) - ρ 2^(2ρ-5)/π · B((ρ-1)/2, (ρ-1)/2)² (the paper's eq. 4).
   *
   * @param rho degrees of freedom, above 2
   * @return the variance, 0 in the limit of infinite ρ, NaN for ρ ≤ 2
   */
  public static double exact(double rho) {
    if (!(rho > 2)) {
      return Double.NaN;
    }
    if (Double.isInfinite(rho)) {
      return 0;
    }
    return rho / (rho - 2) * -StrictMath.expm1(logMeanSquareRatio(rho / 2 - 1));
  }

  /**
   * Var(l) ≈ ρ / (2(ρ-2)(ρ-4)), by the delta method (the paper's eq. 5 and appendix B). Near 4 it
   * is several times too large: 3.3 times at ρ = 5.
   *
   * @param rho degrees of freedom, above 4
   * @return the variance, 0 in the limit of infinite ρ, NaN for ρ ≤ 4
   */
  public static double firstOrder(double rho) {
    if (!(rho > 4)) {
      return Double.NaN;
    }
    return Double.isInfinite(rho) ? 0 : rho / (rho - 2) * (0.5 / (rho - 4));
  }

  /**
   * ρ_t = ρ∞ - 2tβ2^t/(1-β2^t), the length of the simple moving average that the exponential one
   * resembles after t gradients (the paper's eq. 2).
   *
   * @param beta2 decay of the second moment, in [0, 1); its limit at 0 is 1 for every t
   * @param t gradients consumed, from 1
   * @return ρ_t, growing from 1 to ρ∞ = 2/(1-β2) - 1; NaN outside the domain
   */
  public static double smaLength(double beta2, long t) {
    return isDecay(beta2) && t >= 1 ? SmaLength.after(beta2, t) : Double.NaN;
  }

  /**
   * r_t = √(Var(ρ∞) / Var(ρ_t)), by which RAdam scales its adaptive step (the paper's eq. 6).
   *
   * @param beta2 decay of the second moment, in (0, 1)
   * @param t gradients consumed, from 1
   * @param model the variance to build on
   * @return r_t in (0, 1]; NaN outside the domain, which begins at ρ_t above 4 for the first-order
   *     variance and above 2 for the exact one
   */
  public static double rectification(double beta2, long t, VarianceModel model) {
    double length = smaLength(beta2, t);
    double limit = isDecay(beta2) ? SmaLength.limit(beta2) : Double.NaN;
    return switch (model) {
      case FIRST_ORDER -> StrictMath.sqrt(firstOrder(limit) / firstOrder(length));
      case EXACT -> StrictMath.sqrt(exact(limit) / exact(length));
    };
  }

  private static boolean isDecay(double beta2) {
    return beta2 >= 0 && beta2 < 1;
  }

  /**
   * log(E[l]² / E[l²]) with z = ρ/2 - 1: the logarithm of a ratio of gamma functions, by recurrence
   * up to z = 12 and its asymptotic series from there. Subtracting E[l]² from E[l²] as the textbook
   * does loses every digit by ρ = 500.
   */
  private static double logMeanSquareRatio(double z) {
    double sum = 0;
    while (z < 12) {
      double odd = 2 * z + 1;
      sum += StrictMath.log1p(-1 / (odd * odd));
      z += 1;
    }
    return sum + asymptotic(1 / z);
  }

  private static double asymptotic(double u) {
    double w = u * u;
    double series = 691.0 / 90112 - w * (5461.0 / 212992);
    series = -31.0 / 9216 + w * series;
    series = 17.0 / 7168 + w * series;
    series = -1.0 / 320 + w * series;
    series = 1.0 / 96 + w * series;
    return u * (-0.25 + w * series);
  }
}
