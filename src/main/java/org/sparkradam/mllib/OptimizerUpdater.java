package org.sparkradam.mllib;

import java.lang.StackWalker.StackFrame;
import java.util.function.DoubleFunction;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.optimization.Updater;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.RuleState;
import scala.Tuple2;

/**
 * MLlib's calling convention on one side, an {@link Optimizer} with explicit state on the other.
 *
 * <p>A run of MLlib's begins with a probe, {@code compute(weights, zeros, stepSize = 0, iter = 1)},
 * which only asks for the penalty's value; no other sign tells one run from the next. The probe
 * therefore starts a new state and nothing else. A loop that never probes gets its state at the
 * first step. Steps are counted here, one a gradient, since MLlib's {@code iter} also counts
 * minibatches that came out empty.
 *
 * <p>The caller's arrays are read, never written. Not thread-safe: one instance serves one run at a
 * time, on the driver. Serialisation carries the settings; the state of a run stays behind.
 */
public abstract class OptimizerUpdater extends Updater {
  private static final long serialVersionUID = 1L;
  private static final String LBFGS = "org.apache.spark.mllib.optimization.LBFGS";

  private transient Run run;

  /** What a run has that the settings have not; it does not outlive the driver. */
  private record Run(DoubleFunction<Optimizer> optimizers, RuleState state) {}

  /**
   * The compositions that a new run steps with, one for each value of MLlib's {@code regParam};
   * later changes of a setting do not reach them.
   *
   * @throws IllegalArgumentException if the settings do not go together
   */
  abstract DoubleFunction<Optimizer> optimizers();

  /**
   * One step, or the probe that begins a run.
   *
   * @param stepSize the base rate α, above 0, or 0 in the probe
   * @param iter MLlib's count of iterations from 1; only the probe's is looked at
   * @return new weights and the penalty's value at them
   * @throws UnsupportedOperationException under {@code LBFGS}, which takes an updater for a
   *     stateless penalty
   */
  @Override
  public final Tuple2<Vector, Object> compute(
      Vector weightsOld, Vector gradient, double stepSize, int iter, double regParam) {
    boolean probe = stepSize == 0 && iter == 1;
    if (probe) {
      refuseLbfgs();
    }
    if (probe || run == null) {
      run = begin(weightsOld.size(), regParam);
    }
    Optimizer optimizer = run.optimizers.apply(regParam);
    double[] weights = weightsOld.toArray().clone();
    if (!probe) {
      optimizer.withLearningRate(stepSize).step(run.state, weights, gradient.toArray());
    }
    return new Tuple2<>(Vectors.dense(weights), optimizer.penalty().value(weights));
  }

  /**
   * The weights to evaluate and to keep in place of those that step, where the rule has such, as an
   * average; else these. To be called with what the last step gave, such as what {@code optimize}
   * returns.
   */
  public final Vector evaluated(Vector weights) {
    if (run == null) {
      return weights;
    }
    double[] stepping = weights.toArray();
    double[] evaluated = run.optimizers.apply(0).evaluated(run.state, stepping);
    return evaluated == stepping ? weights : Vectors.dense(evaluated.clone());
  }

  private Run begin(int size, double regParam) {
    DoubleFunction<Optimizer> optimizers = optimizers();
    return new Run(optimizers, optimizers.apply(regParam).start(size));
  }

  /**
   * The arguments alone do not tell: a {@code GradientDescent} that starts where the gradient is
   * zero, with step size 1, makes the same two calls as {@code LBFGS}. The caller's class does.
   */
  private void refuseLbfgs() {
    boolean calledByLbfgs =
        StackWalker.getInstance()
            .walk(frames -> frames.map(StackFrame::getClassName).anyMatch(this::isLbfgs));
    if (calledByLbfgs) {
      throw new UnsupportedOperationException(
          getClass().getSimpleName()
              + " cannot be used with LBFGS, which calls an updater only to learn its penalty and"
              + " would advance the moments of this one; use SquaredL2Updater or SimpleUpdater with"
              + " LBFGS, or this updater with GradientDescent");
    }
  }

  private boolean isLbfgs(String className) {
    return className.equals(LBFGS) || className.startsWith(LBFGS + "$");
  }
}
