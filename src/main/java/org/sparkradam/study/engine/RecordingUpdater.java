package org.sparkradam.study.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.optimization.Updater;
import org.sparkradam.mllib.OptimizerUpdater;
import org.sparkradam.study.ComparisonSpec;
import scala.Tuple2;

/**
 * Watches a run of MLlib's gradient descent from the one place of it that is on the driver: keeps
 * the planned snapshots, tells the time, and breaks off what cannot get better.
 */
final class RecordingUpdater extends Updater {
  private static final long serialVersionUID = 1L;

  private final OptimizerUpdater updater;
  private final transient Set<Long> plan;
  private final transient ComparisonSpec.RunLimits limits;
  private final transient LongConsumer onStep;
  private final transient List<RecordedWeights> snapshots = new ArrayList<>();
  private transient long started;
  private transient long step;
  private transient double seconds;

  RecordingUpdater(
      OptimizerUpdater updater,
      Set<Long> plan,
      ComparisonSpec.RunLimits limits,
      LongConsumer onStep) {
    this.updater = updater;
    this.plan = plan;
    this.limits = limits;
    this.onStep = onStep;
  }

  List<RecordedWeights> snapshots() {
    return snapshots;
  }

  /**
   * Keeps the final weights too where the plan ends later: MLlib takes no step for a minibatch that
   * came out empty.
   */
  void finish(Vector weights) {
    if (snapshots.get(snapshots.size() - 1).step() < step) {
      snapshots.add(snapshot(weights));
    }
  }

  @Override
  public Tuple2<Vector, Object> compute(
      Vector weightsOld, Vector gradient, double stepSize, int iter, double regParam) {
    Tuple2<Vector, Object> result = updater.compute(weightsOld, gradient, stepSize, iter, regParam);
    if (stepSize == 0) {
      // MLlib's probe: rows are counted and cached by now, the first step comes next.
      started = System.nanoTime();
    } else {
      step++;
    }
    seconds = (System.nanoTime() - started) / 1e9;
    double[] weights = result._1().toArray();
    boolean finite = isFinite(weights);
    boolean over = !finite || seconds > limits.seconds();
    if (over || plan.contains(step)) {
      snapshots.add(snapshot(result._1()));
    }
    if (over) {
      throw new TrainingStopped();
    }
    onStep.accept(step);
    return result;
  }

  private RecordedWeights snapshot(Vector weights) {
    return new RecordedWeights(step, seconds, updater.evaluated(weights).toArray().clone());
  }

  private static boolean isFinite(double[] weights) {
    for (double weight : weights) {
      if (!Double.isFinite(weight)) {
        return false;
      }
    }
    return true;
  }

  /** The only way out of MLlib's loop before its last iteration. */
  static final class TrainingStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TrainingStopped() {
      super("training stopped", null, false, false);
    }
  }

  /**
   * The weights of a trial at a moment of its training.
   *
   * @param step gradients consumed so far
   * @param seconds of training until then, evaluation not counted
   */
  public record RecordedWeights(long step, double seconds, double[] weights) {}
}
