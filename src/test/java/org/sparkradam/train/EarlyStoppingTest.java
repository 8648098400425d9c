package org.sparkradam.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.loss.LinearLoss;
import org.sparkradam.loss.Logistic;
import org.sparkradam.loss.Term;
import org.sparkradam.loss.kernel.PortableKernel;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Sgd;
import org.sparkradam.train.checkpoint.SavedState;
import org.sparkradam.train.evaluation.Evaluator;
import org.sparkradam.train.evaluation.Metric;

class EarlyStoppingTest {
  private static final LinearLoss LOSS =
      new LinearLoss(new Logistic(), Tables.FEATURES, Term.FITTED);
  private static final double[] START = new double[Tables.FEATURES + 1];

  /** Trains on as few rows as can be learnt by heart. */
  private static ShuffledBlocks few;

  private static ShuffledBlocks heldOut;

  @BeforeAll
  static void ingest() {
    few = Tables.classes(20);
    heldOut = Tables.classes(900);
  }

  @AfterAll
  static void release() {
    few.close();
    heldOut.close();
  }

  private static EarlyStopping stopping(int trials) {
    Evaluator evaluator = Evaluator.over(heldOut, LOSS, new PortableKernel(), Metric.AUC);
    return new EarlyStopping(evaluator, 5, 3, 0, trials);
  }

  private static LockstepTraining training(LockstepTrial... trials) {
    return new LockstepTraining(few, LOSS, new PortableKernel(), List.of(trials), 20, 6);
  }

  private static LockstepTrial trial(double rate) {
    return LockstepTrial.of(1, Optimizer.of(new Sgd(0.9, false), rate), START);
  }

  @Test
  void aTrialThatLearnsByHeartIsStoppedAndItsBestWeightsAreKept() {
    LockstepTrial greedy = trial(3);
    LockstepTrial slow = trial(1e-4);
    EarlyStopping stopping = stopping(2);
    String reason =
        new TrainingLoop(StopRule.afterSteps(200), List.of(stopping)).run(training(greedy, slow));
    assertThat(reason).isEqualTo("done: 200 steps");
    assertThat(greedy.finished())
        .hasValue("held-out loss has not fallen over 3 evaluations, 15 steps");
    assertThat(slow.finished()).isEmpty();

    HeldOutHistory history = stopping.history(0);
    long last = history.points().get(history.points().size() - 1).step();
    assertThat(last).isLessThan(200).isEqualTo(history.best().step() + 15);
    assertThat(greedy.history().steps()).isEqualTo((int) last);
    double least =
        history.points().stream().mapToDouble(p -> p.evaluation().loss()).min().orElseThrow();
    assertThat(history.best().evaluation().loss()).isEqualTo(least);
    assertThat(
            Evaluator.over(heldOut, LOSS, new PortableKernel(), Metric.AUC)
                .evaluate(List.of(history.bestWeights()))
                .get(0))
        .isEqualTo(history.best().evaluation());
    assertThat(stopping.history(1).points()).hasSize(41);
  }

  @Test
  void trainingEndsWithItsReasonWhenAllTrialsAreStopped() {
    String reason =
        new TrainingLoop(StopRule.afterSteps(1000), List.of(stopping(1))).run(training(trial(3)));
    assertThat(reason).startsWith("held-out loss has not fallen");
  }

  @Test
  void aResumedRunStopsWhereItWouldHaveStopped() {
    LockstepTrial whole = trial(3);
    EarlyStopping ofWhole = stopping(1);
    new TrainingLoop(StopRule.afterSteps(1000), List.of(ofWhole)).run(training(whole));

    LockstepTrial first = trial(3);
    EarlyStopping ofFirst = stopping(1);
    LockstepTraining begun = training(first);
    new TrainingLoop(StopRule.afterSteps(10), List.of(ofFirst)).run(begun);
    SavedState saved = new SavedState();
    begun.save(saved.part("training"));
    ofFirst.save(saved.part("stopping"));

    LockstepTrial second = trial(3);
    EarlyStopping ofSecond = stopping(1);
    LockstepTraining resumed = training(second);
    resumed.restore(saved.part("training"));
    ofSecond.restore(saved.part("stopping"));
    new TrainingLoop(StopRule.afterSteps(1000), List.of(ofSecond)).run(resumed);

    assertThat(second.weights()).isEqualTo(whole.weights());
    assertThat(ofSecond.history(0).points()).isEqualTo(ofWhole.history(0).points());
    assertThat(ofSecond.history(0).bestWeights()).isEqualTo(ofWhole.history(0).bestWeights());
  }
}
