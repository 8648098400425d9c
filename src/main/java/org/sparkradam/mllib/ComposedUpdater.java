package org.sparkradam.mllib;

import java.util.function.DoubleFunction;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Require;

/**
 * Any {@link Optimizer} as an updater: its penalty, which may leave out an intercept, counts in
 * place of MLlib's {@code regParam}; MLlib's {@code stepSize} counts in place of its rate.
 */
public final class ComposedUpdater extends OptimizerUpdater {
  private static final long serialVersionUID = 1L;

  private final Optimizer optimizer;

  /**
   * @param optimizer its rule, penalty, schedule and segments; not null
   */
  public ComposedUpdater(Optimizer optimizer) {
    this.optimizer = Require.notNull("optimizer", optimizer);
  }

  @Override
  DoubleFunction<Optimizer> optimizers() {
    return regParam -> optimizer;
  }
}
