package org.sparkradam.mllib;

import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Penalty;

/**
 * Any {@link Optimizer} as an updater: its penalty, which may leave out an intercept, counts in
 * place of MLlib's {@code regParam}; MLlib's {@code stepSize} counts in place of its rate.
 */
public final class ComposedUpdater extends OptimizerUpdater {
  private static final long serialVersionUID = 1L;

  private final Optimizer optimizer;

  public ComposedUpdater(Optimizer optimizer) {
    this.optimizer = optimizer;
  }

  @Override
  Optimizer optimizer() {
    return optimizer;
  }

  @Override
  Penalty penalty(double regParam) {
    return optimizer.penalty();
  }
}
