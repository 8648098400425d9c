package org.sparkradam.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.sparkradam.block.MinibatchPlan;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.train.LockstepTraining;
import org.sparkradam.train.LockstepTrial;
import org.sparkradam.train.Resumable;
import org.sparkradam.train.StopRule;
import org.sparkradam.train.TrainingListener;
import org.sparkradam.train.TrainingLoop;
import org.sparkradam.train.TrainingState;

/**
 * Trains all trials of a comparison in lock-step on blocks: a step is one Spark job for all of
 * them. Its parts are a checkpoint's; not thread-safe.
 */
final class MinibatchEngine {
  private final ComparisonData data;
  private final List<Trial> trials;
  private final RunLimits limits;
  private final List<LockstepTrial> training;
  private final LockstepTraining lockstep;
  private final CurveRecorder curves;

  /**
   * @param trials of {@link StochasticSolver}s
   */
  MinibatchEngine(ComparisonSpec spec, ComparisonData data, List<Trial> trials) {
    this.data = data;
    this.trials = trials;
    this.limits = spec.limits();
    this.lockstep = lockstep(spec, data, trials);
    this.training = lockstep.state().trials();
    Set<Long> plan = new TreeSet<>(SnapshotPlan.over(limits.steps()));
    this.curves = new CurveRecorder(data, plan, trials.size());
  }

  static int chunksPerStep(ShuffledBlocks blocks, long batchSize) {
    return MinibatchPlan.defaultChunksPerStep(
        batchSize, blocks.valuesPerRow(), blocks.chunkRows().length);
  }

  /** The training of these trials before its first step. */
  static LockstepTraining lockstep(ComparisonSpec spec, ComparisonData data, List<Trial> trials) {
    ShuffledBlocks blocks = data.training();
    return new LockstepTraining(
        blocks,
        spec.model().loss(),
        data.kernel(),
        trials.stream().map(trial -> lockstepTrial(trial, spec)).toList(),
        spec.batchSize(),
        chunksPerStep(blocks, spec.batchSize()),
        spec.aggregation());
  }

  private static LockstepTrial lockstepTrial(Trial trial, ComparisonSpec spec) {
    StudyModel model = spec.model();
    Optimizer optimizer =
        ((StochasticSolver) trial.solver())
            .optimizer(
                trial.learningRate(),
                spec.penalty().withFactors(model.penaltyFactors()),
                spec.limits().steps());
    return LockstepTrial.of(trial.seed(), optimizer, model.initialWeights(trial.seed()));
  }

  LockstepTraining training() {
    return lockstep;
  }

  /** What a checkpoint holds of it. */
  Map<String, Resumable> parts() {
    return Map.of("training", lockstep, "curves", curves);
  }

  /** Trains on from where training is; checkpoints come after the curves. */
  void train(ComparisonProgress progress, TrainingListener checkpoints) {
    StopRule rule = StopRule.afterSteps(limits.steps()).or(this::outOfTime);
    TrainingListener shown = state -> show(state, progress);
    new TrainingLoop(rule, List.of(shown, curves, checkpoints)).run(lockstep);
  }

  private void show(TrainingState state, ComparisonProgress progress) {
    progress.training(
        "step %d of %d, %d trials in lock-step"
            .formatted(state.step(), limits.steps(), state.active().size()),
        (double) state.step() / limits.steps());
  }

  private Optional<String> outOfTime(TrainingState state) {
    return state.active().stream()
        .filter(trial -> trial.seconds() >= limits.seconds())
        .findAny()
        .map(trial -> "a trial has trained for " + limits.seconds() + " s");
  }

  /** What came of the trials, in their order. */
  List<TrialOutcome> outcomes() {
    List<TrialRun> runs = IntStream.range(0, trials.size()).mapToObj(this::run).toList();
    return data.outcomes(runs, curves.curves());
  }

  private TrialRun run(int k) {
    LockstepTrial trial = training.get(k);
    return new TrialRun(
        trials.get(k),
        trial.history().steps(),
        trial.rowsSeen(),
        trial.seconds(),
        trial.weights(),
        trial.history().divergence());
  }
}
