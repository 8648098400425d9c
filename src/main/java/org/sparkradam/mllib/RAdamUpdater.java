package org.sparkradam.mllib;

import org.sparkradam.optim.BelowThreshold;
import org.sparkradam.optim.EpsilonPlacement;
import org.sparkradam.optim.RAdam;
import org.sparkradam.optim.Require;
import org.sparkradam.optim.VarianceModel;

/**
 * Rectified Adam (Liu et al., ICLR 2020, arXiv 1908.03265) as MLlib's {@code Updater}.
 *
 * <pre>{@code
 * GradientDescent descent = new GradientDescent(new LogisticGradient(2), new RAdamUpdater());
 * descent.setStepSize(0.03).setConvergenceTol(0);
 * }</pre>
 *
 * <p>Set MLlib's convergence tolerance to 0: at its default of 0.001 RAdam's first, small steps
 * pass for convergence after two updates. {@code stepSize} is α itself, constant unless a schedule
 * is set; MLlib's own updaters divide theirs by √iter. In MLlib's streaming algorithms each batch
 * is a run of its own: the weights go on, the moments and the step count begin anew. Refuses to run
 * under {@code LBFGS}. Not thread-safe: one run at a time.
 */
public final class RAdamUpdater extends SettableUpdater<RAdamUpdater> {
  private static final long serialVersionUID = 1L;
  private static final RAdam DEFAULTS = RAdam.defaults();

  private double beta1 = DEFAULTS.beta1();
  private double beta2 = DEFAULTS.beta2();
  private double epsilon = DEFAULTS.epsilon();
  private EpsilonPlacement epsilonPlacement = DEFAULTS.epsilonPlacement();
  private double rhoThreshold = DEFAULTS.rhoThreshold();
  private VarianceModel varianceModel = DEFAULTS.varianceModel();
  private BelowThreshold belowThreshold = DEFAULTS.belowThreshold();

  /** With the rule's defaults. */
  public RAdamUpdater() {}

  /** Decay of the first moment, in [0, 1); default 0.9. */
  public RAdamUpdater setBeta1(double value) {
    beta1 = Require.decay("beta1", value);
    return this;
  }

  /** Decay of the second moment, in [0, 1); default 0.999. */
  public RAdamUpdater setBeta2(double value) {
    beta2 = Require.decay("beta2", value);
    return this;
  }

  /** Added to the root of the second moment, above 0; default 1e-8. */
  public RAdamUpdater setEpsilon(double value) {
    epsilon = Require.positive("epsilon", value);
    return this;
  }

  /** Whether ε stands beside the raw root or the bias-corrected one; default RAW. */
  public RAdamUpdater setEpsilonPlacement(EpsilonPlacement value) {
    epsilonPlacement = Require.notNull("epsilonPlacement", value);
    return this;
  }

  /**
   * The step is rectified where ρ_t is above this; default 4, the paper's (PyTorch has 5). At least
   * 4, or 2 with the exact variance: which of them holds is known when a run begins.
   */
  public RAdamUpdater setRhoThreshold(double value) {
    rhoThreshold = Require.atLeast("rhoThreshold", value, VarianceModel.EXACT.definedAbove());
    return this;
  }

  /** Which variance the rectification term is built on; default FIRST_ORDER, the paper's. */
  public RAdamUpdater setVarianceModel(VarianceModel value) {
    varianceModel = Require.notNull("varianceModel", value);
    return this;
  }

  /** What happens while ρ_t is not above the threshold; default MOMENTUM, the paper's. */
  public RAdamUpdater setBelowThreshold(BelowThreshold value) {
    belowThreshold = Require.notNull("belowThreshold", value);
    return this;
  }

  @Override
  RAdamUpdater self() {
    return this;
  }

  @Override
  RAdam rule() {
    return new RAdam(
        beta1, beta2, epsilon, epsilonPlacement, rhoThreshold, varianceModel, belowThreshold);
  }
}
