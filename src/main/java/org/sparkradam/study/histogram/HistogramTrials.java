package org.sparkradam.study.histogram;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sparkradam.block.MinibatchPlan;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.study.ComparisonData;
import org.sparkradam.study.ComparisonProgress;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.study.LabelScale;
import org.sparkradam.study.RunLimits;
import org.sparkradam.train.LockstepTraining;
import org.sparkradam.train.StopRule;
import org.sparkradam.train.TrainingListener;
import org.sparkradam.train.TrainingLoop;
import org.sparkradam.train.TrainingState;

/**
 * All trials of a study.
 *
 * @param trials those of the solvers, then the unmoved ones
 */
record HistogramTrials(List<HistogramTrial> trials) {

  static HistogramTrials of(ComparisonSpec spec) {
    Set<Long> plan = HistogramSteps.upTo(spec.limits().steps());
    Stream<HistogramTrial> solvers =
        spec.trials().stream().map(trial -> HistogramTrial.of(trial, spec, plan));
    Stream<HistogramTrial> unmoved =
        Arrays.stream(spec.seeds()).mapToObj(seed -> HistogramTrial.unmoved(seed, spec, plan));
    return new HistogramTrials(Stream.concat(solvers, unmoved).toList());
  }

  /**
   * Trains all of them over the same minibatches.
   *
   * @return the seconds that the steps took
   */
  double train(ComparisonSpec spec, ShuffledBlocks blocks, ComparisonProgress progress) {
    LockstepTraining lockstep =
        new LockstepTraining(
            blocks,
            spec.model().loss(),
            spec.kernel(),
            trials.stream().map(HistogramTrial::training).toList(),
            spec.batchSize(),
            MinibatchPlan.defaultChunksPerStep(
                spec.batchSize(), blocks.valuesPerRow(), blocks.chunkRows().length),
            spec.aggregation());
    TrainingListener shown = state -> show(state, spec.limits(), progress);
    new TrainingLoop(rule(spec.limits()), List.of(shown)).run(lockstep);
    return lockstep.state().seconds();
  }

  private static StopRule rule(RunLimits limits) {
    return StopRule.afterSteps(limits.steps()).or(state -> outOfTime(state, limits));
  }

  private static Optional<String> outOfTime(TrainingState state, RunLimits limits) {
    return state.active().stream()
        .filter(trial -> trial.seconds() >= limits.seconds())
        .findAny()
        .map(trial -> "a trial has trained for " + limits.seconds() + " s");
  }

  private static void show(TrainingState state, RunLimits limits, ComparisonProgress progress) {
    progress.training(
        "step %d of %d, %d trials in lock-step"
            .formatted(state.step(), limits.steps(), state.active().size()),
        (double) state.step() / limits.steps());
  }

  /** What came of them, in their order. */
  List<RecordedTrial> recorded(ComparisonData data, LabelScale labels) {
    ComparisonData.Evaluations all =
        data.onAll(trials.stream().map(trial -> trial.training().weights()).toList());
    return IntStream.range(0, trials.size())
        .mapToObj(k -> trials.get(k).recorded(labels, all.training().get(k), all.test().get(k)))
        .toList();
  }
}
