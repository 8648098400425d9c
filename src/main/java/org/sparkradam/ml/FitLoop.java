package org.sparkradam.ml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkradam.block.MinibatchPlan;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.loss.Scoring;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.ml.internal.fit.FitBlocks;
import org.sparkradam.ml.internal.fit.ObjectiveHistory;
import org.sparkradam.ml.internal.fit.Outcome;
import org.sparkradam.ml.internal.fit.Trained;
import org.sparkradam.ml.internal.param.ParamValue;
import org.sparkradam.train.Aggregation;
import org.sparkradam.train.DivergenceException;
import org.sparkradam.train.EarlyStopping;
import org.sparkradam.train.FullBatchObjective;
import org.sparkradam.train.HeldOutHistory;
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
import org.sparkradam.train.TrialStops;

/**
 * The training of one fit, or of several that step side by side, whatever their loss.
 *
 * @param tasks of one {@link FitTask#passKey}, at least one
 */
record FitLoop(FitBlocks blocks, Kernel kernel, List<? extends FitTask<?>> tasks) {
  private static final Logger LOG = LoggerFactory.getLogger(FitLoop.class);

  /** Fewer minibatches than this make no mean that noise does not move. */
  private static final long SHORTEST_WINDOW = 20;

  /** What each task came to; that one diverges is its own failure. */
  List<Outcome<Trained<double[]>>> run() {
    return first().method() instanceof FitTask.Iterations iterations
        ? List.of(Outcome.of(() -> minimise(iterations)))
        : step();
  }

  /** By minibatches from some weights, or from where an earlier fit like this one died. */
  private List<Outcome<Trained<double[]>>> step() {
    List<LockstepTrial> trials = tasks.stream().map(FitLoop::trial).toList();
    LockstepTraining training = training(trials);
    List<ObjectiveHistory> objectives =
        IntStream.range(0, tasks.size())
            .mapToObj(k -> new ObjectiveHistory(k, tasks.get(k).penalty()))
            .toList();
    Optional<EarlyStopping> heldOut = heldOut(training.stepsPerEpoch());
    FitSettings settings = settings();
    Optional<FitCheckpoints> checkpoints =
        FitCheckpoints.of(
            first().stage(),
            blocks.context(),
            settings,
            parts(training, objectives.get(0), heldOut));
    Monitoring monitoring = new Monitoring(settings, objectives, heldOut, checkpoints);
    List<StopRule> rules = tasks.stream().map(task -> stopRule(task, training)).toList();
    train(training, new TrialStops(rules, heldOut), monitoring);
    checkpoints.ifPresent(FitCheckpoints::delete);
    return IntStream.range(0, tasks.size())
        .mapToObj(
            k ->
                Outcome.of(
                    () ->
                        new Trained<>(
                            weights(k, trials.get(k), heldOut),
                            objectives.get(k).of(trials.get(k).history()))))
        .toList();
  }

  /** Until there is nothing more to gain, from some weights. */
  private Trained<double[]> minimise(FitTask.Iterations method) {
    FitTask<?> task = first();
    SmoothObjective ofBlocks =
        new FullBatchObjective(
            blocks.training(), task.loss(), kernel, task.penalty(), aggregation());
    var centring = method.centring();
    LbfgsTraining training =
        new LbfgsTraining(
            centring
                .<SmoothObjective>map(c -> new SmoothObjective.Centred(ofBlocks, c))
                .orElse(ofBlocks),
            task.penalty(),
            centring.map(c -> c.toCentred(task.start())).orElse(task.start()),
            centring.<UnaryOperator<double[]>>map(c -> c::toBlocks).orElse(weights -> weights),
            blocks.training().rows(),
            method.lbfgs());
    Optional<EarlyStopping> heldOut = heldOut(1);
    StopRule budgetSpent = StopRule.afterSteps(task.plan().steps());
    Monitoring monitoring = new Monitoring(settings(), List.of(), heldOut, Optional.empty());
    train(training, new TrialStops(List.of(budgetSpent), heldOut), monitoring);
    return new Trained<>(weights(0, training.trial(), heldOut), training.objectives());
  }

  private FitTask<?> first() {
    return tasks.get(0);
  }

  private static LockstepTrial trial(FitTask<?> task) {
    FitTask.Steps method = (FitTask.Steps) task.method();
    long seed = ParamValue.of(task.stage(), task.stage().stageParams().budget.seed);
    return new LockstepTrial(seed, method.stepper().get(), task.start(), LossHistory.patient());
  }

  private FitSettings settings() {
    return FitSettings.of(first().stage(), blocks, first().plan(), kernel, first().start());
  }

  private Optional<EarlyStopping> heldOut(long stepsPerEpoch) {
    return HeldOutRows.of(first().stage(), blocks, first().plan().budget(), stepsPerEpoch)
        .map(rows -> rows.earlyStopping(first().loss(), kernel, tasks.size()));
  }

  private double[] weights(int task, LockstepTrial trial, Optional<EarlyStopping> heldOut) {
    trial
        .history()
        .divergence()
        .ifPresent(
            how -> {
              throw diverged(tasks.get(task), how);
            });
    return heldOut
        .map(stopping -> best(tasks.get(task), stopping.history(task)))
        .orElseGet(trial::evaluated);
  }

  private static double[] best(FitTask<?> task, HeldOutHistory history) {
    double[] weights = history.bestWeights();
    if (weights.length == 0) {
      throw diverged(task, "the loss on held-out rows was never finite");
    }
    return weights;
  }

  /** What is told of each step; settings and checkpoints are of the one fit that has any. */
  private record Monitoring(
      FitSettings settings,
      List<ObjectiveHistory> objectives,
      Optional<EarlyStopping> heldOut,
      Optional<FitCheckpoints> checkpoints) {}

  private void train(Training training, TrialStops stops, Monitoring monitoring) {
    String reason =
        JobDescription.during(
            first().stage(), blocks.context(), "trains", () -> run(training, stops, monitoring));
    LOG.info("{}: {} after {} steps", title(), reason, training.state().step());
  }

  private String title() {
    String uid = first().stage().uid();
    return tasks.size() == 1 ? uid : uid + ", " + tasks.size() + " fits side by side";
  }

  private String run(Training training, TrialStops stops, Monitoring monitoring) {
    MiniBatchStage stage = first().stage();
    Optional<MetricsFile> metrics =
        MetricsFile.of(stage, monitoring.settings(), blocks, monitoring.heldOut());
    // What a checkpoint holds has to be up to date when it is written.
    List<TrainingListener> listeners =
        Stream.<Stream<? extends TrainingListener>>of(
                Stream.of(new FitProgress(title(), stage, blocks, steps(), System::nanoTime)),
                FitProgress.DriverPulse.of(blocks, System::nanoTime).stream(),
                monitoring.objectives().stream(),
                monitoring.heldOut().stream(),
                Stream.of(stops),
                monitoring.checkpoints().map(FitCheckpoints::listener).stream(),
                metrics.stream(),
                stage.stageParams().attachments.listener().stream())
            .<TrainingListener>flatMap(part -> part)
            .toList();
    TrainingPlan told =
        new TrainingPlan(
            steps(),
            first().plan().budget().batchSize(),
            blocks.training().place(),
            blocks.training().fingerprint());
    listeners.forEach(listener -> listener.onPlan(told));
    try {
      TrainingLoop loop = new TrainingLoop(stops, listeners);
      monitoring
          .checkpoints()
          .ifPresent(kept -> loop.resume(training, kept.checkpoints(), steps()));
      return loop.run(training);
    } finally {
      metrics.ifPresent(MetricsFile::close);
    }
  }

  /** Of the task that takes most. */
  private long steps() {
    return tasks.stream().mapToLong(task -> task.plan().steps()).max().orElseThrow();
  }

  private static Map<String, Resumable> parts(
      LockstepTraining training, ObjectiveHistory objective, Optional<EarlyStopping> heldOut) {
    Map<String, Resumable> parts = new HashMap<>();
    parts.put("training", training);
    parts.put("objective", objective);
    heldOut.ifPresent(stopping -> parts.put("heldOut", stopping));
    return parts;
  }

  private LockstepTraining training(List<LockstepTrial> trials) {
    ShuffledBlocks rows = blocks.training();
    Scoring loss = first().loss();
    long batchSize = first().plan().budget().batchSize();
    int chunksPerStep =
        MinibatchPlan.defaultChunksPerStep(batchSize, rows.valuesPerRow(), rows.chunkRows().length);
    return new LockstepTraining(
        rows, loss, kernel, trials, batchSize, chunksPerStep, aggregation());
  }

  private static StopRule stopRule(FitTask<?> task, LockstepTraining training) {
    StopRule budgetSpent = StopRule.afterSteps(task.plan().steps());
    double tolerance = ParamValue.of(task.stage(), task.stage().stageParams().budget.tol);
    int window = (int) Math.max(SHORTEST_WINDOW, training.stepsPerEpoch());
    return tolerance > 0 ? budgetSpent.or(StopRule.onPlateau(tolerance, window)) : budgetSpent;
  }

  private Aggregation aggregation() {
    MiniBatchStage stage = first().stage();
    return ParamValue.<Integer>ifDefined(stage, stage.stageParams().budget.aggregationDepth)
        .map(Aggregation::ofDepth)
        .orElse(Aggregation.automatic());
  }

  private static DivergenceException diverged(FitTask<?> task, String how) {
    return new DivergenceException(
        "training diverged, %s: stepSize must be lower than %s"
            .formatted(how, task.plan().stepSize()));
  }
}
