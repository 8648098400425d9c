package org.sparkradam.mllib;

import org.sparkradam.optim.Adam;
import org.sparkradam.optim.EpsilonPlacement;
import org.sparkradam.optim.Require;

/**
 * Adam (Kingma &amp; Ba, ICLR 2015, arXiv 1412.6980) as MLlib's {@code Updater}; with {@code
 * Regularization.DECOUPLED} AdamW (Loshchilov &amp; Hutter, arXiv 1711.05101), its weight decay
 * scaled by the rate. What {@link RAdamUpdater} says of MLlib's tolerance, step size, streaming and
 * threads holds here too.
 */
public final class AdamUpdater extends SettableUpdater<AdamUpdater> {
  private static final long serialVersionUID = 1L;
  private static final Adam DEFAULTS = Adam.defaults();

  private double beta1 = DEFAULTS.beta1();
  private double beta2 = DEFAULTS.beta2();
  private double epsilon = DEFAULTS.epsilon();
  private EpsilonPlacement epsilonPlacement = DEFAULTS.epsilonPlacement();

  /** With the rule's defaults. */
  public AdamUpdater() {}

  /** Decay of the first moment, in [0, 1); default 0.9. */
  public AdamUpdater setBeta1(double value) {
    beta1 = Require.decay("beta1", value);
    return this;
  }

  /** Decay of the second moment, in [0, 1); default 0.999. */
  public AdamUpdater setBeta2(double value) {
    beta2 = Require.decay("beta2", value);
    return this;
  }

  /** Added to the root of the second moment, above 0; default 1e-8. */
  public AdamUpdater setEpsilon(double value) {
    epsilon = Require.positive("epsilon", value);
    return this;
  }

  /** Whether ε stands beside the raw root or the bias-corrected one; default CORRECTED. */
  public AdamUpdater setEpsilonPlacement(EpsilonPlacement value) {
    epsilonPlacement = Require.notNull("epsilonPlacement", value);
    return this;
  }

  @Override
  AdamUpdater self() {
    return this;
  }

  @Override
  Adam rule() {
    return DEFAULTS
        .withBeta1(beta1)
        .withBeta2(beta2)
        .withEpsilon(epsilon)
        .withEpsilonPlacement(epsilonPlacement);
  }
}
