package org.sparkradam.train;

import static java.lang.invoke.MethodType.methodType;

import breeze.linalg.DenseVector;
import breeze.linalg.DenseVector$;
import breeze.optimize.DiffFunction;
import breeze.optimize.FirstOrderMinimizer;
import breeze.optimize.LBFGS;
import breeze.optimize.OWLQN;
import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import org.sparkradam.block.ScalaCollections;
import org.sparkradam.optim.Penalty;
import scala.Function1;
import scala.Tuple2;

/**
 * Breeze's L-BFGS, and OWL-QN where there is an L1 penalty, as an iterator of states from the start
 * on; whoever iterates decides whether it goes on, and may start anew from the weights of a state.
 * Liu &amp; Nocedal, "On the limited memory BFGS method for large scale optimization", Mathematical
 * Programming 45 (1989); Andrew &amp; Gao, "Scalable training of L1-regularized log-linear models",
 * ICML 2007.
 *
 * <p>A line search that fails, as it may at the kinks of a hinge, is a reason to stop like another;
 * see {@link LbfgsSettings.LineSearch} for a better choice there. Not thread-safe.
 */
public final class Lbfgs implements Iterator<Lbfgs.State> {
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
  public State next() {
    FirstOrderMinimizer.State<DenseVector<Object>, ?, ?> state = states.next();
    return new State(
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
    return penalty.l1() == 0 && settings.lineSearch() == LbfgsSettings.LineSearch.STRONG_WOLFE
        ? new LBFGS<>(iterations, settings.memory(), settings.tolerance(), space)
        : new OWLQN<Object, DenseVector<Object>>(
            iterations, settings.memory(), l1(penalty), settings.tolerance(), space);
  }

  private static Function1<Object, Object> l1(Penalty penalty) {
    return index -> penalty.l1() * penalty.l1Factor((Integer) index);
  }

  /**
   * An objective as Breeze's minimisers take it, counted: they remember the last point themselves.
   *
   * <p>javac refuses every class and lambda that implements {@code DiffFunction}, and so does a
   * proxy, since the trait inherits two {@code apply} that differ in what they return. The JVM has
   * no such scruple: a lambda made at run time implements the one method that the trait leaves
   * open.
   */
  private static final class BreezeObjective {
    private final SmoothObjective objective;
    private int evaluations;

    BreezeObjective(SmoothObjective objective) {
      this.objective = objective;
    }

    /** How often the objective was evaluated. */
    int evaluations() {
      return evaluations;
    }

    @SuppressWarnings("unchecked")
    DiffFunction<DenseVector<Object>> function() {
      try {
        return (DiffFunction<DenseVector<Object>>) lambda().invoke(this);
      } catch (Throwable e) {
        throw new LinkageError("Breeze's DiffFunction is not what it was", e);
      }
    }

    private static MethodHandle lambda()
        throws ReflectiveOperationException, LambdaConversionException {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      CallSite site =
          LambdaMetafactory.metafactory(
              lookup,
              "calculate",
              methodType(DiffFunction.class, BreezeObjective.class),
              methodType(Tuple2.class, Object.class),
              lookup.findVirtual(
                  BreezeObjective.class, "calculate", methodType(Tuple2.class, DenseVector.class)),
              methodType(Tuple2.class, DenseVector.class));
      return site.getTarget();
    }

    @SuppressWarnings("UnusedMethod") // found by name
    private Tuple2<Object, DenseVector<Object>> calculate(DenseVector<?> at) {
      SmoothObjective.Value value = objective.at((double[]) at.data());
      requireStart(evaluations++ > 0 || isFinite(value), value);
      return new Tuple2<>(value.value(), new DenseVector<>(value.gradient()));
    }

    /** Later on a line search just takes a shorter step. */
    private static void requireStart(boolean usable, SmoothObjective.Value value) {
      if (!usable) {
        throw new IllegalArgumentException(
            "the objective and its gradient must be finite at the start, but the objective was "
                + value.value());
      }
    }

    private static boolean isFinite(SmoothObjective.Value value) {
      return Double.isFinite(value.value())
          && Arrays.stream(value.gradient()).allMatch(Double::isFinite);
    }
  }

  /**
   * Where L-BFGS is after an iteration.
   *
   * @param iteration from 0, the start
   * @param evaluations of objective and gradient so far, the start's among them
   * @param objective at the weights, with its L1 part
   * @param weights the caller's to keep
   * @param stop why this is the last state; empty while there is more to come
   */
  public record State(
      int iteration, int evaluations, double objective, double[] weights, Optional<String> stop) {}
}
