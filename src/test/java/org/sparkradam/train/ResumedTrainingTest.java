package org.sparkradam.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.loss.BlockLoss;
import org.sparkradam.loss.LinearLoss;
import org.sparkradam.loss.Logistic;
import org.sparkradam.loss.Term;
import org.sparkradam.loss.kernel.PortableKernel;
import org.sparkradam.optim.Adam;
import org.sparkradam.optim.GradientClip;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Penalty;
import org.sparkradam.optim.RAdam;
import org.sparkradam.optim.Regularization;
import org.sparkradam.optim.Schedules;
import org.sparkradam.optim.Sgd;
import org.sparkradam.optim.StepOutcome;
import org.sparkradam.train.checkpoint.CheckpointFolder;
import org.sparkradam.train.checkpoint.CheckpointMismatchException;

/** Resuming gives the bits of a run that was never stopped. */
class ResumedTrainingTest {
  private static final double[] START = {0.1, 0, -0.2, 0.3, 0, 0.5};
  private static final BlockLoss LOSS =
      new LinearLoss(new Logistic(), Tables.FEATURES, Term.FITTED);
  private static final int STEPS = 24;

  private static ShuffledBlocks blocks;

  @TempDir Path temp;

  @BeforeAll
  static void ingest() {
    blocks = Tables.classes(600);
  }

  @AfterAll
  static void release() {
    blocks.close();
  }

  /** Every rule, every kind of state, two seeds, and one trial that diverges on the way. */
  private static List<LockstepTrial> trials() {
    List<Optimizer> optimizers =
        List.of(
            Optimizer.of(RAdam.defaults(), 0.1),
            Optimizer.of(RAdam.defaults(), 0.1)
                .withSchedule(Schedules.linearWarmup(9).times(Schedules.cosine(STEPS, 0)))
                .withPenalty(Penalty.of(Regularization.DECOUPLED, 0.01)),
            Optimizer.of(Adam.defaults(), 0.03).withPenalty(Penalty.of(Regularization.L1, 0.01)),
            Optimizer.of(Adam.defaults().withPreconditioningSteps(11), 0.03),
            Optimizer.of(new Sgd(0.9, true), 0.3).withClip(GradientClip.byNorm(0.1)),
            Optimizer.of(Sgd.defaults(), 1e308));
    List<LockstepTrial> trials = new ArrayList<>();
    for (long seed : new long[] {1, 2}) {
      optimizers.forEach(optimizer -> trials.add(LockstepTrial.of(seed, optimizer, START)));
    }
    return trials;
  }

  private static LockstepTraining training(List<LockstepTrial> trials) {
    return new LockstepTraining(blocks, LOSS, new PortableKernel(), trials, 70, 2);
  }

  private static SortedMap<String, String> settings(String rate) {
    return new TreeMap<>(Map.of("data", blocks.fingerprint(), "rate", rate));
  }

  private CheckpointFolder folder() {
    return new CheckpointFolder(new Configuration(), temp.toString());
  }

  private Checkpoints checkpoints(LockstepTraining training, String rate) {
    return new Checkpoints(folder(), settings(rate), Map.of("training", training));
  }

  private static void train(
      LockstepTraining training, long steps, Checkpoints checkpoints, int every) {
    new TrainingLoop(StopRule.afterSteps(steps), List.of(checkpoints.every(every))).run(training);
  }

  /** What listeners are told of it. */
  private static Resumption resume(LockstepTraining training, Checkpoints checkpoints) {
    List<Resumption> told = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void onResume(Resumption resumption) {
            told.add(resumption);
          }

          @Override
          public void onState(TrainingState state) {}
        };
    new TrainingLoop(StopRule.afterSteps(STEPS), List.of(listener))
        .resume(training, checkpoints, STEPS);
    assertThat(told).hasSize(1);
    return told.get(0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 3, 4, 5, 6, 10, 23})
  void theBitsAreThoseOfARunWithoutABreak(long stop) {
    List<LockstepTrial> whole = trials();
    TrainingLoop loop = new TrainingLoop(StopRule.afterSteps(STEPS), List.of());
    String reason = loop.run(training(whole));
    assertThat(reason).isEqualTo("done: 24 steps");

    LockstepTraining first = training(trials());
    train(first, stop, checkpoints(first, "0.1"), 1);

    List<LockstepTrial> resumed = trials();
    LockstepTraining second = training(resumed);
    Checkpoints checkpoints = checkpoints(second, "0.1");
    Resumption resumption = resume(second, checkpoints);
    assertThat(resumption.checkpoint().orElseThrow()).contains("step-00000000");
    assertThat(resumption.legs())
        .containsExactly(new Resumption.Leg("step", stop, STEPS, STEPS - stop));
    assertThat(second.state().step()).isEqualTo(stop);
    train(second, STEPS, checkpoints, 1);

    for (int k = 0; k < whole.size(); k++) {
      assertThat(resumed.get(k).weights()).isEqualTo(whole.get(k).weights());
      assertThat(resumed.get(k).history().losses()).isEqualTo(whole.get(k).history().losses());
      assertThat(resumed.get(k).history().divergence())
          .isEqualTo(whole.get(k).history().divergence());
      assertThat(resumed.get(k).rowsSeen()).isEqualTo(whole.get(k).rowsSeen());
    }
    assertThat(whole.get(5).history().divergence()).isPresent();
    assertThat(second.state().rowsSeen()).isEqualTo(STEPS / 9 * 600 + STEPS % 9 * 70);
  }

  @Test
  void checkpointsComeAtTheirStepsAndAtTheEnd() {
    LockstepTraining training = training(trials());
    train(training, 7, checkpoints(training, "0.1"), 5);
    assertThat(folder().newest().orElseThrow().checkpoint().step()).isEqualTo(7);
  }

  @Test
  void otherSettingsAreRefusedAndNothingIsChanged() {
    LockstepTraining training = training(trials());
    train(training, 2, checkpoints(training, "0.1"), 1);
    LockstepTraining other = training(trials());
    assertThatExceptionOfType(CheckpointMismatchException.class)
        .isThrownBy(() -> resume(other, checkpoints(other, "0.3")))
        .withMessageContaining("rate was 0.1 there and is 0.3 now");
    assertThat(other.state().step()).isZero();
  }

  @Test
  void aForeignStepperIsRefused() {
    LockstepTrial foreign =
        new LockstepTrial(
            1, (weights, sum, rowWeight) -> StepOutcome.at(weights), START, new LossHistory());
    LockstepTraining training = training(List.of(foreign));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> train(training, 1, checkpoints(training, "0.1"), 1))
        .withMessageContaining("cannot be checkpointed");
  }

  @Test
  void aTrialThatWasToldToStopStaysWhereItIs() {
    List<LockstepTrial> trials = trials();
    LockstepTraining training = training(trials);
    train(training, 3, checkpoints(training, "0.1"), 1);
    double[] weights = trials.get(0).weights().clone();
    trials.get(0).finish("good enough");
    train(training, 6, checkpoints(training, "0.1"), 1);
    assertThat(trials.get(0).weights()).isEqualTo(weights);

    List<LockstepTrial> resumed = trials();
    LockstepTraining second = training(resumed);
    resume(second, checkpoints(second, "0.1"));
    assertThat(resumed.get(0).finished()).hasValue("good enough");
    assertThat(resumed.get(0).weights()).isEqualTo(weights);
  }

  @Test
  void nothingIsLeftOfARunWhoseTrialsHaveAllStopped() {
    List<LockstepTrial> trials = trials();
    LockstepTraining training = training(trials);
    trials.forEach(trial -> trial.finish("good enough"));
    train(training, STEPS, checkpoints(training, "0.1"), 1);
    LockstepTraining second = training(trials());
    assertThat(resume(second, checkpoints(second, "0.1")).legs())
        .containsExactly(new Resumption.Leg("step", 0, STEPS, 0));
  }
}
