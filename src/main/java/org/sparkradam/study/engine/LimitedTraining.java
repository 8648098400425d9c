package org.sparkradam.study.engine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sparkradam.block.MinibatchPlan;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.fit.Progress;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.study.Trial;
import org.sparkradam.train.LockstepTraining;
import org.sparkradam.train.LockstepTrial;
import org.sparkradam.train.Resumption;
import org.sparkradam.train.StopRule;
import org.sparkradam.train.TrainingListener;
import org.sparkradam.train.TrainingLoop;
import org.sparkradam.train.TrainingState;

/**
 * Trials in lock-step on the training rows of a comparison, until its limits. Not thread-safe.
 *
 * @param lockstep where training is
 */
public record LimitedTraining(LockstepTraining lockstep, ComparisonSpec.RunLimits limits) {
  /** Before the first step. */
  public static LimitedTraining of(
      ComparisonSpec spec, ComparisonData data, List<LockstepTrial> trials) {
    ShuffledBlocks blocks = data.training();
    LockstepTraining lockstep =
        new LockstepTraining(
            blocks,
            spec.model().loss(),
            data.kernel(),
            trials,
            spec.batchSize(),
            MinibatchPlan.defaultChunksPerStep(
                spec.batchSize(), blocks.valuesPerRow(), blocks.chunkRows().length),
            spec.aggregation());
    return new LimitedTraining(lockstep, spec.limits());
  }

  /**
   * What steps a trial.
   *
   * @param trial of a solver that has a rate
   */
  public static Optimizer optimizer(Trial trial, ComparisonSpec spec) {
    return trial
        .solver()
        .optimizer(
            trial.learningRate(),
            spec.penalty().withFactors(spec.model().penaltyFactors()),
            spec.limits().steps(),
            spec.batchSize());
  }

  /** How far it is. */
  Resumption.Leg leg() {
    return loop(List.of()).leg(lockstep, limits.steps());
  }

  /** Trains on from where training is; other listeners are told after the progress. */
  public void run(Progress progress, TrainingListener... others) {
    TrainingListener shown = state -> show(state, progress);
    loop(Stream.concat(Stream.of(shown), Stream.of(others)).toList()).run(lockstep);
  }

  private TrainingLoop loop(List<TrainingListener> listeners) {
    return new TrainingLoop(StopRule.afterSteps(limits.steps()).or(this::outOfTime), listeners);
  }

  private Optional<String> outOfTime(TrainingState state) {
    return state.active().stream()
        .filter(trial -> trial.seconds() >= limits.seconds())
        .findAny()
        .map(trial -> "a trial has trained for " + limits.seconds() + " s");
  }

  private void show(TrainingState state, Progress progress) {
    progress.training(
        String.format(
            Locale.ROOT,
            "step %d of %d, %d trials in lock-step",
            state.step(),
            limits.steps(),
            state.active().size()),
        (double) state.step() / limits.steps());
  }
}
