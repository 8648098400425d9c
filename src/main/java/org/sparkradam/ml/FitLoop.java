package org.sparkradam.ml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.SparkContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkradam.block.MinibatchPlan;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.loss.BlockLoss;
import org.sparkradam.loss.Centring;
import org.sparkradam.loss.Kernel;
import org.sparkradam.loss.Scoring;
import org.sparkradam.optim.Penalty;
import org.sparkradam.train.Aggregation;
import org.sparkradam.train.CentredObjective;
import org.sparkradam.train.DivergenceException;
import org.sparkradam.train.EarlyStopping;
import org.sparkradam.train.FullBatchObjective;
import org.sparkradam.train.HeldOutHistory;
import org.sparkradam.train.LbfgsSettings;
import org.sparkradam.train.LbfgsTraining;
import org.sparkradam.train.LockstepTraining;
import org.sparkradam.train.LockstepTrial;
import org.sparkradam.train.LossHistory;
import org.sparkradam.train.Resumable;
import org.sparkradam.train.SmoothObjective;
import org.sparkradam.train.StopRule;
import org.sparkradam.train.Training;
import org.sparkradam.train.TrainingListener;
import org.sparkradam.train.TrainingLoop;
import org.sparkradam.train.TrainingPlan;
import org.sparkradam.train.WeightStepper;

/** The training of one fit, whatever its loss. */
record FitLoop(MiniBatchStage stage, FitBlocks blocks, FitPlan plan) {
  private static final Logger LOG = LoggerFactory.getLogger(FitLoop.class);

  /** Fewer minibatches than this make no mean that noise does not move. */
  private static final long SHORTEST_WINDOW = 20;

  /**
   * Trains by minibatches from some weights, or from where an earlier fit like this one died.
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
    Optional<EarlyStopping> heldOut = heldOut(loss, kernel, training.stepsPerEpoch());
    FitSettings settings = FitSettings.of(stage, blocks, plan, kernel, start);
    Optional<FitCheckpoints> checkpoints =
        FitCheckpoints.of(stage, context(), settings, parts(training, objective, heldOut));
    Monitoring monitoring = new Monitoring(settings, Optional.of(objective), heldOut, checkpoints);
    train(training, trial, stopRule(training), monitoring);
    checkpoints.ifPresent(FitCheckpoints::delete);
    return new Fitted(weights(trial, heldOut), objective.of(trial.history()));
  }

  /**
   * Iterates over all rows until there is nothing more to gain, from some weights.
   *
   * @param centring of the features that weights are found for, if they are not the blocks'
   * @param start on the blocks' features
   * @param lbfgs when to stop
   */
  Fitted minimise(
      Scoring loss,
      Optional<? extends Centring> centring,
      double[] start,
      Penalty penalty,
      LbfgsSettings lbfgs) {
    Kernel kernel = Kernel.ofThisJvm();
    SmoothObjective ofBlocks =
        new FullBatchObjective(blocks.training(), loss, kernel, penalty, aggregation());
    LbfgsTraining training =
        new LbfgsTraining(
            centring.<SmoothObjective>map(c -> new CentredObjective(ofBlocks, c)).orElse(ofBlocks),
            penalty,
            centring.map(c -> c.toCentred(start)).orElse(start),
            centring.<UnaryOperator<double[]>>map(c -> c::toBlocks).orElse(weights -> weights),
            blocks.training().rows(),
            lbfgs);
    Optional<EarlyStopping> heldOut = heldOut(loss, kernel, 1);
    FitSettings settings = FitSettings.of(stage, blocks, plan, kernel, start);
    StopRule budgetSpent = StopRule.afterSteps(plan.steps());
    Monitoring monitoring = new Monitoring(settings, Optional.empty(), heldOut, Optional.empty());
    train(training, training.trial(), budgetSpent, monitoring);
    return new Fitted(weights(training.trial(), heldOut), training.objectives());
  }

  private Optional<EarlyStopping> heldOut(Scoring loss, Kernel kernel, long stepsPerEpoch) {
    return HeldOutRows.of(stage, blocks, plan.budget(), stepsPerEpoch)
        .map(rows -> rows.earlyStopping(loss, kernel));
  }

  private double[] weights(LockstepTrial trial, Optional<EarlyStopping> heldOut) {
    requireFinite(trial.history());
    return heldOut.map(stopping -> best(stopping.history(0))).orElseGet(trial::evaluated);
  }

  private static double[] best(HeldOutHistory history) {
    double[] weights = history.bestWeights();
    if (weights.length == 0) {
      throw new IllegalStateException("the loss on held-out rows was never finite");
    }
    return weights;
  }

  /** What is told of each step. */
  private record Monitoring(
      FitSettings settings,
      Optional<ObjectiveHistory> objective,
      Optional<EarlyStopping> heldOut,
      Optional<FitCheckpoints> checkpoints) {}

  private void train(Training training, LockstepTrial trial, StopRule rule, Monitoring monitoring) {
    String reason =
        JobDescription.during(stage, context(), "trains", () -> train(training, rule, monitoring));
    LOG.info("{}: {} after {} steps", stage.uid(), reason, trial.history().steps());
  }

  private String train(Training training, StopRule rule, Monitoring monitoring) {
    Optional<MetricsFile> metrics =
        MetricsFile.of(stage, monitoring.settings(), blocks, monitoring.heldOut());
    // What a checkpoint holds has to be up to date when it is written.
    List<TrainingListener> listeners =
        Stream.of(
                Optional.of(new FitProgress(stage, blocks, plan.budget(), System::nanoTime)),
                DriverPulse.of(blocks, System::nanoTime),
                monitoring.objective(),
                monitoring.heldOut(),
                monitoring.checkpoints().map(FitCheckpoints::listener),
                metrics,
                stage.stageParams().attachments.listener())
            .<TrainingListener>flatMap(Optional::stream)
            .toList();
    TrainingPlan told =
        new TrainingPlan(plan.steps(), plan.budget().batchSize(), blocks.training().place());
    listeners.forEach(listener -> listener.onPlan(told));
    try {
      TrainingLoop loop = new TrainingLoop(rule, listeners);
      monitoring
          .checkpoints()
          .ifPresent(kept -> loop.resume(training, kept.checkpoints(), plan.steps()));
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
      throw new DivergenceException(
          "training diverged, %s: stepSize must be lower than %s"
              .formatted(divergence.get(), plan.stepSize()));
    }
  }
}
