package org.sparkradam.study.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.optimization.GradientDescent;
import org.apache.spark.mllib.optimization.SimpleUpdater;
import org.apache.spark.mllib.regression.LabeledPoint;
import org.sparkradam.fit.Progress;
import org.sparkradam.fit.model.MllibLayout;
import org.sparkradam.fit.model.ModelSpec;
import org.sparkradam.mllib.ComposedUpdater;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Penalty;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.study.Curve;
import org.sparkradam.study.Trial;
import org.sparkradam.study.TrialOutcome;
import org.sparkradam.train.LossHistory;
import org.sparkradam.train.evaluation.Evaluation;
import scala.Tuple2;

/**
 * Trains trials one by one with MLlib's own {@code GradientDescent}, which reads every row for
 * every minibatch and merges gradients in the order in which tasks end.
 *
 * <p>MLlib's sampler has its seed built in (42 + iteration), so another seed's minibatches come
 * from another order of the rows; see {@link ShuffledRows}.
 */
public final class MllibEngine {
  private static final int WARM_UP_STEPS = 60;

  private final ModelSpec model;
  private final MllibLayout layout;
  private final Penalty penalty;
  private final double batchFraction;
  private final ComparisonSpec.RunLimits limits;

  /**
   * @param model that MLlib has a gradient of
   * @param penalty of the objective
   * @param batchFraction expected share of the rows in a minibatch, in (0, 1]
   */
  public MllibEngine(
      ModelSpec model, Penalty penalty, double batchFraction, ComparisonSpec.RunLimits limits) {
    this.model = model;
    this.layout = model.mllib().orElseThrow();
    this.penalty = penalty.withFactors(layout.penaltyFactors());
    this.batchFraction = batchFraction;
    this.limits = limits;
  }

  /** Trains all trials, in their order. */
  List<Run> run(ShuffledRows rows, List<Trial> trials, Progress progress) {
    List<Run> runs = new ArrayList<>();
    warmUp(rows.forSeed(trials.get(0).seed()));
    for (Trial trial : trials) {
      String where =
          String.format(
              Locale.ROOT, "trial %d of %d (%s)", runs.size() + 1, trials.size(), trial.title());
      double done = runs.size();
      LongConsumer onStep =
          step ->
              progress.training(
                  String.format(Locale.ROOT, "%s, step %d of %d", where, step, limits.steps()),
                  (done + (double) step / limits.steps()) / trials.size());
      runs.add(run(rows.forSeed(trial.seed()), rows.count(), trial, onStep));
    }
    return runs;
  }

  /** The first steps of a JVM are its slowest; no trial should have to pay for the others. */
  private void warmUp(JavaRDD<LabeledPoint> rows) {
    GradientDescent descent = new GradientDescent(layout.gradient(), new SimpleUpdater());
    descent
        .setNumIterations(WARM_UP_STEPS)
        .setMiniBatchFraction(batchFraction)
        .setConvergenceTol(0)
        .optimize(pairs(rows), Vectors.zeros(layout.weightCount()));
  }

  private Run run(JavaRDD<LabeledPoint> rows, long count, Trial trial, LongConsumer onStep) {
    Optimizer optimizer = optimizer(trial, count);
    RecordingUpdater updater =
        new RecordingUpdater(
            new ComposedUpdater(optimizer), SnapshotPlan.over(limits.steps()), limits, onStep);
    GradientDescent descent = new GradientDescent(layout.gradient(), updater);
    descent
        .setStepSize(optimizer.learningRate())
        .setNumIterations(Math.toIntExact(limits.steps()))
        .setMiniBatchFraction(batchFraction)
        .setConvergenceTol(0);
    Optional<String> divergence = optimize(descent, updater, rows, trial);
    List<RecordingUpdater.RecordedWeights> snapshots =
        updater.snapshots().stream().map(this::inModelLayout).toList();
    RecordingUpdater.RecordedWeights last = snapshots.get(snapshots.size() - 1);
    double rowsSeen = last.step() * batchFraction * count;
    return new Run(
        new Trial.Run(trial, last.step(), rowsSeen, last.seconds(), last.weights(), divergence),
        snapshots);
  }

  private RecordingUpdater.RecordedWeights inModelLayout(
      RecordingUpdater.RecordedWeights snapshot) {
    return new RecordingUpdater.RecordedWeights(
        snapshot.step(), snapshot.seconds(), layout.toModel(snapshot.weights()));
  }

  private Optimizer optimizer(Trial trial, long rows) {
    long batchSize = Math.max(1, Math.round(batchFraction * rows));
    return trial.solver().optimizer(trial.learningRate(), penalty, limits.steps(), batchSize);
  }

  private Optional<String> optimize(
      GradientDescent descent, RecordingUpdater updater, JavaRDD<LabeledPoint> rows, Trial trial) {
    Vector start = Vectors.dense(layout.fromModel(model.initialWeights(trial.seed())));
    try {
      Tuple2<Vector, double[]> result = descent.optimizeWithLossReturned(pairs(rows), start);
      updater.finish(result._1());
      return Divergence.of(result._2());
    } catch (RecordingUpdater.TrainingStopped e) {
      return Divergence.of(updater.snapshots());
    }
  }

  /** The shape that {@code GradientDescent} takes: (label, features). */
  private static org.apache.spark.rdd.RDD<Tuple2<Object, Vector>> pairs(
      JavaRDD<LabeledPoint> rows) {
    return rows.map(point -> new Tuple2<Object, Vector>(point.label(), point.features())).rdd();
  }

  /**
   * A trial that MLlib trained.
   *
   * @param snapshots the start first, the final weights last, in the model's layout
   */
  record Run(Trial.Run run, List<RecordingUpdater.RecordedWeights> snapshots) {
    /** Rows seen by the time of a snapshot. */
    double rowsSeen(RecordingUpdater.RecordedWeights snapshot) {
      return run.steps() == 0 ? 0 : run.rowsSeen() * snapshot.step() / run.steps();
    }

    /** Measured from the weights that they had on the way. */
    static List<TrialOutcome> outcomes(List<Run> runs, ComparisonData data) {
      ComparisonData.Evaluations all =
          data.onSample(
              runs.stream()
                  .flatMap(run -> run.snapshots().stream())
                  .map(RecordingUpdater.RecordedWeights::weights)
                  .toList());
      Iterator<Evaluation> training = all.training().iterator();
      Iterator<Evaluation> test = all.test().iterator();
      List<Curve> curves = runs.stream().map(run -> curve(run, data, training, test)).toList();
      return data.outcomes(runs.stream().map(Run::run).toList(), curves);
    }

    private static Curve curve(
        Run run, ComparisonData data, Iterator<Evaluation> training, Iterator<Evaluation> test) {
      Curve curve = new Curve();
      for (RecordingUpdater.RecordedWeights snapshot : run.snapshots()) {
        double rowsSeen = run.rowsSeen(snapshot);
        curve.add(
            new Curve.Point(
                snapshot.step(),
                rowsSeen / data.training().rows(),
                rowsSeen,
                snapshot.seconds(),
                training.next(),
                test.next()));
      }
      return curve;
    }
  }

  /** When a trial of MLlib's counts as diverged: by the rule of {@link LossHistory}. */
  static final class Divergence {
    private Divergence() {}

    /** By the minibatch losses of its steps. */
    static Optional<String> of(double[] losses) {
      LossHistory history = new LossHistory();
      for (int i = 0; i < losses.length && history.divergence().isEmpty(); i++) {
        history.add(losses[i]);
      }
      return history.divergence();
    }

    /** By its weights, where it was stopped. */
    static Optional<String> of(List<RecordingUpdater.RecordedWeights> snapshots) {
      RecordingUpdater.RecordedWeights last = snapshots.get(snapshots.size() - 1);
      return Arrays.stream(last.weights()).allMatch(Double::isFinite)
          ? Optional.empty()
          : Optional.of("weights not finite at step " + last.step());
    }
  }
}
