package org.sparkradam.ml;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkradam.block.MinibatchPlan;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.loss.BlockLoss;
import org.sparkradam.loss.NetlibKernel;
import org.sparkradam.optim.Penalty;
import org.sparkradam.train.Aggregation;
import org.sparkradam.train.LockstepTraining;
import org.sparkradam.train.LockstepTrial;
import org.sparkradam.train.LossHistory;
import org.sparkradam.train.StopRule;
import org.sparkradam.train.TrainingLoop;
import org.sparkradam.train.WeightStepper;

/** The training of one fit, whatever its loss. */
record FitLoop(MiniBatchStage stage, ShuffledBlocks blocks, Budget budget) {
  private static final Logger LOG = LoggerFactory.getLogger(FitLoop.class);

  /** Fewer minibatches than this make no mean that noise does not move. */
  private static final long SHORTEST_WINDOW = 20;

  /**
   * Trains from some weights.
   *
   * @param start on the blocks' features
   * @param penalty of the objective history; the stepper applies it
   * @throws IllegalStateException if loss or weights stop being finite
   */
  Fitted run(BlockLoss loss, WeightStepper stepper, double[] start, Penalty penalty) {
    LockstepTrial trial = new LockstepTrial(seed(), stepper, start, LossHistory.patient());
    LockstepTraining training = training(loss, trial);
    ObjectiveHistory objective = new ObjectiveHistory(penalty);
    String reason = new TrainingLoop(stopRule(training), List.of(objective)).run(training);
    requireFinite(trial.history());
    LOG.info("{}: {} after {} steps", stage.uid(), reason, trial.history().steps());
    return new Fitted(trial.weights(), objective.of(trial.history()));
  }

  private LockstepTraining training(BlockLoss loss, LockstepTrial trial) {
    int chunksPerStep =
        MinibatchPlan.defaultChunksPerStep(
            budget.batchSize(), blocks.valuesPerRow(), blocks.chunkRows().length);
    return new LockstepTraining(
        blocks,
        loss,
        NetlibKernel.ofThisJvm(),
        List.of(trial),
        budget.batchSize(),
        chunksPerStep,
        aggregation());
  }

  private StopRule stopRule(LockstepTraining training) {
    StopRule budgetSpent = StopRule.afterSteps(budget.steps());
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

  private void requireFinite(LossHistory history) {
    Optional<String> divergence = history.divergence();
    if (divergence.isPresent()) {
      throw new IllegalStateException(
          "training diverged, %s: stepSize must be lower than %s"
              .formatted(divergence.get(), StageOptimizer.stepSize(stage)));
    }
  }
}
