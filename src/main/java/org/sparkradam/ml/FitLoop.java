package org.sparkradam.ml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.SparkContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkradam.block.MinibatchPlan;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.loss.BlockLoss;
import org.sparkradam.loss.Kernel;
import org.sparkradam.loss.Scoring;
import org.sparkradam.optim.Penalty;
import org.sparkradam.train.Aggregation;
import org.sparkradam.train.EarlyStopping;
import org.sparkradam.train.HeldOutHistory;
import org.sparkradam.train.LockstepTraining;
import org.sparkradam.train.LockstepTrial;
import org.sparkradam.train.LossHistory;
import org.sparkradam.train.Resumable;
import org.sparkradam.train.StopRule;
import org.sparkradam.train.TrainingListener;
import org.sparkradam.train.TrainingLoop;
import org.sparkradam.train.WeightStepper;

/** The training of one fit, whatever its loss. */
record FitLoop(MiniBatchStage stage, FitBlocks blocks, FitPlan plan) {
  private static final Logger LOG = LoggerFactory.getLogger(FitLoop.class);

  /** Fewer minibatches than this make no mean that noise does not move. */
  private static final long SHORTEST_WINDOW = 20;

  /**
   * Trains from some weights, or from where an earlier fit like this one died.
   *
   * @param start on the blocks' features
   * @param penalty of the objective history; the stepper applies it
   * @throws IllegalStateException if loss or weights stop being finite
   */
  Fitted run(Scoring loss, WeightStepper stepper, double[] start, Penalty penalty) {
    Kernel kernel = Kernel.ofThisJvm();
    LockstepTrial trial = new LockstepTrial(seed(), stepper, start, LossHistory.patient());
    LockstepTraining training = training(loss, kernel, trial);
    ObjectiveHistory objective = new ObjectiveHistory(penalty);
    Optional<EarlyStopping> heldOut =
        HeldOutRows.of(stage, blocks, plan.budget(), training.stepsPerEpoch())
            .map(rows -> rows.earlyStopping(loss, kernel));
    FitSettings settings = FitSettings.of(stage, blocks, plan, kernel, start);
    Optional<FitCheckpoints> checkpoints =
        FitCheckpoints.of(stage, context(), settings, parts(training, objective, heldOut));
    String reason =
        JobDescription.during(
            stage,
            context(),
            "trains",
            () -> train(training, settings, objective, heldOut, checkpoints));
    checkpoints.ifPresent(FitCheckpoints::delete);
    requireFinite(trial.history());
    LOG.info("{}: {} after {} steps", stage.uid(), reason, trial.history().steps());
    double[] weights = heldOut.map(stopping -> best(stopping.history(0))).orElseGet(trial::weights);
    return new Fitted(weights, objective.of(trial.history()));
  }

  private static double[] best(HeldOutHistory history) {
    double[] weights = history.bestWeights();
    if (weights.length == 0) {
      throw new IllegalStateException("the loss on held-out rows was never finite");
    }
    return weights;
  }

  private String train(
      LockstepTraining training,
      FitSettings settings,
      ObjectiveHistory objective,
      Optional<EarlyStopping> heldOut,
      Optional<FitCheckpoints> checkpoints) {
    Optional<MetricsFile> metrics = MetricsFile.of(stage, settings, blocks, heldOut);
    // What a checkpoint holds has to be up to date when it is written.
    List<TrainingListener> listeners =
        Stream.of(
                Optional.of(new FitProgress(stage, blocks, plan.budget(), System::nanoTime)),
                DriverPulse.of(blocks, System::nanoTime),
                Optional.of(objective),
                heldOut,
                checkpoints.map(FitCheckpoints::listener),
                metrics,
                stage.stageParams().attachments.listener())
            .<TrainingListener>flatMap(Optional::stream)
            .toList();
    try {
      TrainingLoop loop = new TrainingLoop(stopRule(training), listeners);
      checkpoints.ifPresent(kept -> loop.resume(training, kept.checkpoints(), plan.steps()));
      return loop.run(training);
    } finally {
      metrics.ifPresent(MetricsFile::close);
    }
  }

  private static Map<String, Resumable> parts(
      LockstepTraining training, ObjectiveHistory objective, Optional<EarlyStopping> heldOut) {
    Map<String, Resumable> parts = new HashMap<>();
    parts.put("training", training);
    parts.put("objective", objective);
    heldOut.ifPresent(stopping -> parts.put("heldOut", stopping));
    return parts;
  }

  private LockstepTraining training(BlockLoss loss, Kernel kernel, LockstepTrial trial) {
    ShuffledBlocks rows = blocks.training();
    int chunksPerStep =
        MinibatchPlan.defaultChunksPerStep(
            plan.budget().batchSize(), rows.valuesPerRow(), rows.chunkRows().length);
    return new LockstepTraining(
        rows,
        loss,
        kernel,
        List.of(trial),
        plan.budget().batchSize(),
        chunksPerStep,
        aggregation());
  }

  private StopRule stopRule(LockstepTraining training) {
    StopRule budgetSpent = StopRule.afterSteps(plan.steps());
    double tolerance = ParamValue.of(stage, stage.stageParams().budget.tol);
    int window = (int) Math.max(SHORTEST_WINDOW, training.stepsPerEpoch());
    return tolerance > 0 ? budgetSpent.or(StopRule.onPlateau(tolerance, window)) : budgetSpent;
  }

  private Aggregation aggregation() {
    return ParamValue.<Integer>ifDefined(stage, stage.stageParams().budget.aggregationDepth)
        .map(Aggregation::ofDepth)
        .orElse(Aggregation.automatic());
  }

  private long seed() {
    return ParamValue.of(stage, stage.stageParams().budget.seed);
  }

  private SparkContext context() {
    return blocks.context();
  }

  private void requireFinite(LossHistory history) {
    Optional<String> divergence = history.divergence();
    if (divergence.isPresent()) {
      throw new IllegalStateException(
          "training diverged, %s: stepSize must be lower than %s"
              .formatted(divergence.get(), plan.stepSize()));
    }
  }
}
