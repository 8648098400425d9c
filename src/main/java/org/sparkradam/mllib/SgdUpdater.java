package org.sparkradam.mllib;

import org.sparkradam.optim.Require;
import org.sparkradam.optim.Sgd;

/**
 * Stochastic gradient descent with heavy-ball or Nesterov momentum (Sutskever et al., ICML 2013) as
 * MLlib's {@code Updater}. Its rate is constant unless a schedule is set, where MLlib's own
 * updaters divide by √iter. What {@link RAdamUpdater} says of MLlib's tolerance, streaming and
 * threads holds here too.
 */
public final class SgdUpdater extends SettableUpdater<SgdUpdater> {
  private static final long serialVersionUID = 1L;

  private double momentum;
  private boolean nesterov;

  /** With the rule's defaults. */
  public SgdUpdater() {}

  /** Decay of the velocity, in [0, 1); default 0, none. */
  public SgdUpdater setMomentum(double value) {
    momentum = Require.decay("momentum", value);
    return this;
  }

  /** Whether the step looks ahead along the velocity; default false. Needs momentum. */
  public SgdUpdater setNesterov(boolean value) {
    nesterov = value;
    return this;
  }

  @Override
  SgdUpdater self() {
    return this;
  }

  @Override
  Sgd rule() {
    return new Sgd(momentum, nesterov);
  }
}
