package org.sparkradam.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkradam.block.MinibatchPlan;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.loss.BlockLoss;
import org.sparkradam.loss.LinearLoss;
import org.sparkradam.loss.Logistic;
import org.sparkradam.loss.Squared;
import org.sparkradam.loss.Term;
import org.sparkradam.loss.kernel.PortableKernel;
import org.sparkradam.optim.Adam;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Penalty;
import org.sparkradam.optim.RAdam;
import org.sparkradam.optim.Regularization;
import org.sparkradam.optim.Sgd;

/** A step is a Spark job, and gives the bits that a plain loop gives. */
class LockstepTrainingTest {
  private static final int ROWS = 600;
  private static final int BATCH = 50;
  private static final int SIDE = 2;
  private static final int STEPS = 30;
  private static final double[] START = {0.1, 0, -0.2, 0.3, 0, 0.5};
  private static final BlockLoss LOGISTIC =
      new LinearLoss(new Logistic(), Tables.FEATURES, Term.FITTED);
  private static final Optimizer RADAM = Optimizer.of(RAdam.defaults(), 0.1);
  private static final Optimizer MOMENTUM = Optimizer.of(new Sgd(0.9, true), 0.3);

  private static ShuffledBlocks blocks;

  @BeforeAll
  static void ingest() {
    blocks = Tables.classes(ROWS);
  }

  @AfterAll
  static void release() {
    blocks.close();
  }

  static Stream<Optimizer> optimizers() {
    return Stream.of(
        RADAM,
        MOMENTUM,
        Optimizer.of(Adam.defaults(), 0.1).withPenalty(Penalty.of(Regularization.L1, 0.01)),
        RADAM.withPenalty(Penalty.of(Regularization.DECOUPLED, 0.01)));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void oneTrialIsAPlainLoop(Optimizer optimizer) {
    LockstepTrial trial = LockstepTrial.of(7, optimizer, START);
    run(blocks, LOGISTIC, BATCH, STEPS, trial);
    assertSame(trial, plain(blocks, LOGISTIC, 7, BATCH).run(optimizer, START, STEPS));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 37, ROWS - 1})
  void anyBatchSizeIsAPlainLoop(long batchSize) {
    LockstepTrial trial = LockstepTrial.of(7, RADAM, START);
    run(blocks, LOGISTIC, batchSize, 15, trial);
    assertSame(trial, plain(blocks, LOGISTIC, 7, batchSize).run(RADAM, START, 15));
  }

  @ParameterizedTest
  @ValueSource(longs = {ROWS, 10 * ROWS})
  void aFullBatchReadsAllRowsEveryStep(long batchSize) {
    LockstepTrial trial = LockstepTrial.of(7, RADAM, START);
    LockstepTrial otherSeed = LockstepTrial.of(8, RADAM, START);
    TrainingState state = run(blocks, LOGISTIC, batchSize, 10, trial, otherSeed);
    assertSame(trial, plain(blocks, LOGISTIC, 7, ROWS).run(RADAM, START, 10));
    assertThat(otherSeed.weights()).isEqualTo(trial.weights());
    assertThat(state.rowsSeen()).isEqualTo(10 * ROWS);
    assertThat(state.epoch()).isEqualTo(9);
  }

  @Test
  void fourTrialsOfTwoSeedsHaveTheirBitsAlone() {
    LockstepTrial[] together = {
      LockstepTrial.of(1, RADAM, START),
      LockstepTrial.of(2, RADAM, START),
      LockstepTrial.of(1, MOMENTUM, START),
      LockstepTrial.of(2, MOMENTUM, new double[START.length])
    };
    run(blocks, LOGISTIC, BATCH, STEPS, together);
    LockstepTrial[] alone = {
      LockstepTrial.of(1, RADAM, START),
      LockstepTrial.of(2, RADAM, START),
      LockstepTrial.of(1, MOMENTUM, START),
      LockstepTrial.of(2, MOMENTUM, new double[START.length])
    };
    for (int k = 0; k < alone.length; k++) {
      run(blocks, LOGISTIC, BATCH, STEPS, alone[k]);
      assertSame(together[k], alone[k]);
    }
    assertThat(together[0].weights()).isNotEqualTo(together[1].weights());
    assertThat(together[0].history().losses()[0]).isEqualTo(together[2].history().losses()[0]);
  }

  @Test
  void twoRunsGiveTheSameBits() {
    LockstepTrial first = LockstepTrial.of(7, RADAM, START);
    run(blocks, LOGISTIC, BATCH, STEPS, first);
    try (ShuffledBlocks again = Tables.classes(ROWS)) {
      LockstepTrial second = LockstepTrial.of(7, RADAM, START);
      run(again, LOGISTIC, BATCH, STEPS, second);
      assertSame(first, second);
    }
  }

  @Test
  void aDivergingTrialDropsOutAndTheOthersGoOn() {
    BlockLoss squared = new LinearLoss(new Squared(), Tables.FEATURES, Term.FITTED);
    Optimizer careful = Optimizer.of(Sgd.defaults(), 0.1);
    Optimizer reckless = Optimizer.of(Sgd.defaults(), 1e6);
    LockstepTrial good = LockstepTrial.of(1, careful, START);
    LockstepTrial diverging = LockstepTrial.of(1, reckless, START);
    LockstepTrial divergingApart = LockstepTrial.of(2, reckless, START);
    LockstepTrial goodOfOtherSeed = LockstepTrial.of(3, careful, START);
    run(blocks, squared, BATCH, 80, good, diverging, divergingApart, goodOfOtherSeed);
    assertSame(good, plain(blocks, squared, 1, BATCH).run(careful, START, 80));
    assertSame(goodOfOtherSeed, plain(blocks, squared, 3, BATCH).run(careful, START, 80));
    assertThat(good.active()).isTrue();
    assertThat(List.of(diverging, divergingApart))
        .allSatisfy(
            trial -> {
              assertThat(trial.active()).isFalse();
              assertThat(trial.history().divergence())
                  .contains("loss above 10 times the initial one at step 21");
              assertThat(trial.history().steps()).isEqualTo(21);
            });
  }

  @Test
  void endsWhenEveryTrialHasDiverged() {
    BlockLoss squared = new LinearLoss(new Squared(), Tables.FEATURES, Term.FITTED);
    LockstepTrial trial = LockstepTrial.of(1, Optimizer.of(Sgd.defaults(), 1e300), START);
    LockstepTraining training = training(blocks, squared, BATCH, trial);
    while (training.hasNext()) {
      training.next();
    }
    assertThat(trial.history().divergence().orElseThrow()).contains("not finite at step");
    assertThat(trial.history().steps()).isLessThan(5);
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(training::next)
        .withMessage("no trial takes part any more");
  }

  @Test
  void saysWhereItIs() {
    LockstepTraining training = training(blocks, LOGISTIC, 250, LockstepTrial.of(1, RADAM, START));
    assertThat(Stream.generate(training::next).limit(4))
        .extracting(TrainingState::step, TrainingState::epoch, TrainingState::rowsSeen)
        .containsExactly(
            tuple(1L, 0L, 250L), tuple(2L, 0L, 500L), tuple(3L, 0L, 600L), tuple(4L, 1L, 850L));
  }

  @Test
  void aMinibatchThatWeighsNothingIsNoStep() {
    try (ShuffledBlocks weighted = Tables.classes(120, row -> row % 9 == 0 ? 0.5 : 0)) {
      LockstepTrial trial = LockstepTrial.of(7, RADAM, START);
      TrainingState state = run(weighted, LOGISTIC, 4, STEPS, trial);
      assertSame(trial, plain(weighted, LOGISTIC, 7, 4).run(RADAM, START, STEPS));
      assertThat(trial.history().steps()).isBetween(1, STEPS - 1);
      assertThat(state.step()).isEqualTo(STEPS);
      assertThat(state.rowsSeen()).isEqualTo(4 * STEPS);
    }
  }

  @Test
  void theCallersStartStaysWhatItIs() {
    double[] start = START.clone();
    run(blocks, LOGISTIC, BATCH, 3, LockstepTrial.of(1, RADAM, start));
    assertThat(start).isEqualTo(START);
  }

  private static LockstepTraining training(
      ShuffledBlocks blocks, BlockLoss loss, long batchSize, LockstepTrial... trials) {
    return new LockstepTraining(
        blocks, loss, new PortableKernel(), List.of(trials), batchSize, SIDE);
  }

  private static TrainingState run(
      ShuffledBlocks blocks, BlockLoss loss, long batchSize, int steps, LockstepTrial... trials) {
    LockstepTraining training = training(blocks, loss, batchSize, trials);
    TrainingState state = training.next();
    for (int i = 1; i < steps; i++) {
      state = training.next();
    }
    return state;
  }

  private static PlainTraining plain(
      ShuffledBlocks blocks, BlockLoss loss, long seed, long batchSize) {
    return new PlainTraining(
        blocks.blocks().collect(),
        loss,
        new MinibatchPlan(seed, blocks.chunkRows(), batchSize, SIDE));
  }

  private static void assertSame(LockstepTrial trial, PlainTraining.Result plain) {
    assertThat(trial.weights()).isEqualTo(plain.weights()).isNotEqualTo(START);
    assertThat(trial.history().losses()).isEqualTo(plain.losses());
  }

  private static void assertSame(LockstepTrial trial, LockstepTrial other) {
    assertSame(trial, new PlainTraining.Result(other.weights(), other.history().losses()));
  }
}
