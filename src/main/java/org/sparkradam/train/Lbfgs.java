package org.sparkradam.train;

import breeze.linalg.DenseVector;
import breeze.linalg.DenseVector$;
import breeze.optimize.DiffFunction;
import breeze.optimize.FirstOrderMinimizer;
import breeze.optimize.LBFGS;
import breeze.optimize.OWLQN;
import java.util.Iterator;
import java.util.Optional;
import org.sparkradam.block.ScalaCollections;
import org.sparkradam.optim.Penalty;
import scala.Function1;

/**
 * Breeze's L-BFGS, and OWL-QN where there is an L1 penalty, as an iterator of states from the start
 * on; whoever iterates decides whether it goes on, and may start anew from the weights of a state.
 * Liu &amp; Nocedal, "On the limited memory BFGS method for large scale optimization", Mathematical
 * Programming 45 (1989); Andrew &amp; Gao, "Scalable training of L1-regularized log-linear models",
 * ICML 2007.
 *
 * <p>A line search that fails, as it may at the kinks of a hinge, is a reason to stop like another;
 * see {@link LineSearch} for a better choice there. Not thread-safe.
 */
public final class Lbfgs implements Iterator<LbfgsState> {
  private final BreezeObjective objective;
  private final Iterator<? extends FirstOrderMinimizer.State<DenseVector<Object>, ?, ?>> states;

  /**
   * Evaluates the objective at the start.
   *
   * @param objective the smooth part of what is minimised, L2 included
   * @param penalty of which only L1 counts: l1·Σf|θ| is added to the objective
   * @param start the initial weights; copied
   * @throws IllegalArgumentException if the objective or its gradient is not finite at the start
   */
  public Lbfgs(SmoothObjective objective, Penalty penalty, double[] start, LbfgsSettings settings) {
    this.objective = new BreezeObjective(objective);
    this.states =
        ScalaCollections.asJava(
            minimizer(penalty, settings)
                .iterations(this.objective.function(), new DenseVector<>(start.clone())));
  }

  @Override
  public boolean hasNext() {
    return states.hasNext();
  }

  /** The start, then one state an iteration. */
  @Override
  public LbfgsState next() {
    FirstOrderMinimizer.State<DenseVector<Object>, ?, ?> state = states.next();
    return new LbfgsState(
        state.iter(),
        objective.evaluations(),
        state.adjustedValue(),
        ((double[]) state.x().data()).clone(),
        stop(state));
  }

  private static Optional<String> stop(FirstOrderMinimizer.State<?, ?, ?> state) {
    return ScalaCollections.asJava(state.convergenceReason())
        .map(FirstOrderMinimizer.ConvergenceReason::reason);
  }

  private static FirstOrderMinimizer<DenseVector<Object>, DiffFunction<DenseVector<Object>>>
      minimizer(Penalty penalty, LbfgsSettings settings) {
    var space = DenseVector$.MODULE$.space_Double();
    int iterations = settings.maxIterations();
    return penalty.l1() == 0 && settings.lineSearch() == LineSearch.STRONG_WOLFE
        ? new LBFGS<>(iterations, settings.memory(), settings.tolerance(), space)
        : new OWLQN<Object, DenseVector<Object>>(
            iterations, settings.memory(), l1(penalty), settings.tolerance(), space);
  }

  private static Function1<Object, Object> l1(Penalty penalty) {
    return index -> penalty.l1() * penalty.l1Factor((Integer) index);
  }
}
