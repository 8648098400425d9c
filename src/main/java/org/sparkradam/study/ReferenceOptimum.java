package org.sparkradam.study;

import breeze.linalg.DenseVector;
import breeze.linalg.DenseVector$;
import breeze.optimize.DiffFunction;
import breeze.optimize.FirstOrderMinimizer;
import breeze.optimize.LBFGS;
import breeze.optimize.OWLQN;
import java.util.function.IntConsumer;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.mllib.regression.LabeledPoint;
import org.sparkradam.optim.Penalty;
import scala.Function1;
import scala.runtime.AbstractFunction1;

/**
 * What the solvers are measured against: the minimum of the same objective by Breeze's L-BFGS, or
 * OWL-QN where there is an L1 penalty.
 */
final class ReferenceOptimum {
  private static final int MAX_ITERATIONS = 200;
  private static final int MEMORY = 10;
  private static final double TOLERANCE = 1e-7;

  /** The last state of a minimisation. */
  record Result(double[] weights, int iterations, double seconds) {}

  private final LinearModel model;
  private final Penalty penalty;

  ReferenceOptimum(LinearModel model, Penalty penalty) {
    this.model = model;
    this.penalty = penalty.withFactors(model.penaltyFactors());
  }

  /**
   * Minimises from zero weights.
   *
   * @param onIteration told the number of each iteration when it is done
   */
  Result find(JavaRDD<LabeledPoint> rows, long count, IntConsumer onIteration) {
    long started = System.nanoTime();
    DiffFunction<DenseVector<Object>> objective =
        BreezeObjective.of(new DistributedObjective(rows, count, model.gradient(), penalty)::at);
    var states =
        minimizer().iterations(objective, new DenseVector<>(new double[model.weightCount()]));
    var state = states.next();
    while (states.hasNext()) {
      state = states.next();
      onIteration.accept(state.iter());
    }
    double[] weights = ((double[]) state.x().data()).clone();
    return new Result(weights, state.iter(), (System.nanoTime() - started) / 1e9);
  }

  private FirstOrderMinimizer<DenseVector<Object>, DiffFunction<DenseVector<Object>>> minimizer() {
    if (penalty.l1() == 0) {
      return new LBFGS<>(MAX_ITERATIONS, MEMORY, TOLERANCE, DenseVector$.MODULE$.space_Double());
    }
    return new OWLQN<Object, DenseVector<Object>>(
        MAX_ITERATIONS, MEMORY, l1(), TOLERANCE, DenseVector$.MODULE$.space_Double());
  }

  private Function1<Object, Object> l1() {
    Penalty strengths = penalty;
    return new AbstractFunction1<>() {
      @Override
      public Object apply(Object index) {
        return strengths.l1() * strengths.factor((Integer) index);
      }
    };
  }
}
