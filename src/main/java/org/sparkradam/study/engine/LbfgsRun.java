package org.sparkradam.study.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.sparkradam.optim.Penalty;
import org.sparkradam.study.Curve;
import org.sparkradam.study.Trial;
import org.sparkradam.train.Aggregation;
import org.sparkradam.train.FullBatchObjective;
import org.sparkradam.train.Lbfgs;
import org.sparkradam.train.LbfgsSettings;
import org.sparkradam.train.Resumable;
import org.sparkradam.train.Resumption;
import org.sparkradam.train.checkpoint.SavedState;

/**
 * One run of L-BFGS over all training rows. A checkpoint holds its weights, from which it starts
 * anew: what L-BFGS knows of the curvature is lost. Not thread-safe.
 */
final class LbfgsRun implements Resumable {
  private final ComparisonData data;
  private final Penalty penalty;
  private final LbfgsSettings settings;
  private final Set<Long> plan;
  private final Aggregation aggregation;
  private final Curve curve = new Curve();
  private double[] weights;
  private long iterations;
  private long evaluations;
  private double seconds;
  private boolean done;

  /**
   * @param plan the iterations that the curve has points of, besides the last; empty for no curve
   */
  LbfgsRun(
      ComparisonData data,
      Penalty penalty,
      LbfgsSettings settings,
      double[] start,
      Set<Long> plan,
      Aggregation aggregation) {
    this.data = data;
    this.aggregation = aggregation;
    this.plan = plan;
    this.penalty = penalty.withFactors(data.model().penaltyFactors());
    this.settings = settings;
    this.weights = start.clone();
  }

  /**
   * Goes on until it stops.
   *
   * @param onIteration told the number of each iteration when it is done
   */
  void run(LongConsumer onIteration) {
    if (done) {
      return;
    }
    long begun = iterations;
    long evaluatedBefore = evaluations;
    Lbfgs lbfgs = lbfgs((int) Math.max(0, settings.maxIterations() - begun));
    long started = System.nanoTime();
    while (lbfgs.hasNext()) {
      Lbfgs.State state = lbfgs.next();
      seconds += (System.nanoTime() - started) / 1e9;
      weights = state.weights();
      iterations = begun + state.iteration();
      evaluations = evaluatedBefore + state.evaluations();
      done = state.stop().isPresent();
      if (plan.contains(iterations) || (done && !plan.isEmpty())) {
        measure();
      }
      onIteration.accept(iterations);
      started = System.nanoTime();
    }
    done = true;
  }

  private Lbfgs lbfgs(int most) {
    FullBatchObjective objective =
        new FullBatchObjective(
            data.training(), data.model().loss(), data.kernel(), penalty, aggregation);
    return new Lbfgs(objective, penalty, weights, settings.withMaxIterations(most));
  }

  private void measure() {
    if (curve.reaches(iterations)) {
      return;
    }
    ComparisonData.Evaluations now = data.onSample(List.of(weights));
    curve.add(
        new Curve.Point(
            iterations,
            evaluations,
            rowsSeen(),
            seconds,
            now.training().get(0),
            now.test().get(0)));
  }

  private double rowsSeen() {
    return (double) evaluations * data.training().rows();
  }

  /**
   * How far it is, once it has begun.
   *
   * @param title of the run
   */
  Optional<Resumption.Leg> leg(String title) {
    int most = settings.maxIterations();
    return done || iterations > 0
        ? Optional.of(
            new Resumption.Leg(
                title + ", iteration", iterations, most, done ? 0 : most - iterations))
        : Optional.empty();
  }

  Curve curve() {
    return curve;
  }

  /** As a trial's result. */
  Trial.Run result(Trial trial) {
    return new Trial.Run(trial, iterations, rowsSeen(), seconds, weights, Optional.empty());
  }

  double[] weights() {
    return weights;
  }

  long iterations() {
    return iterations;
  }

  double seconds() {
    return seconds;
  }

  @Override
  public void save(SavedState to) {
    to.put("weights", weights);
    to.put("iterations", iterations);
    to.put("evaluations", evaluations);
    to.put("seconds", seconds);
    to.put("done", done ? 1L : 0L);
    curve.save(to.part("curve"));
  }

  @Override
  public void restore(SavedState from) {
    weights = from.array("weights");
    iterations = from.count("iterations");
    evaluations = from.count("evaluations");
    seconds = from.number("seconds");
    done = from.count("done") == 1;
    curve.restore(from.part("curve"));
  }
}
