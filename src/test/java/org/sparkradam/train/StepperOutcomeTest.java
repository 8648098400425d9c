package org.sparkradam.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sparkradam.loss.CoefficientOrder;
import org.sparkradam.loss.centring.FactorCentring;
import org.sparkradam.loss.centring.FirstLayerCentring;
import org.sparkradam.loss.centring.LinearCentring;
import org.sparkradam.optim.GradientClip;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Penalty;
import org.sparkradam.optim.RAdam;
import org.sparkradam.optim.Sgd;
import org.sparkradam.optim.StepOutcome;
import org.sparkradam.train.checkpoint.SavedState;

/** What a trial knows of its weights without another look at them. */
class StepperOutcomeTest {
  private static final double[] MEANS = {2, -1, 0.5};
  private static final Penalty PENALTY = Penalty.none().withL1(0.3).withL2(0.2);
  private static final Optimizer RADAM = Optimizer.of(RAdam.defaults(), 0.1);

  @Test
  void theOptimizersPenaltyIsTheTrials() {
    Penalty penalty = PENALTY.withFactors(new double[] {1, 2, 0});
    OptimizerStepper stepper = new OptimizerStepper(RADAM.withPenalty(penalty), 3);
    assertTold(stepper, new double[] {1, -2, 3}, penalty);
  }

  /** Centring changes the intercepts alone, and these bear no penalty. */
  @Test
  void centringChangesNoPenalty() {
    double[] start = {1, -2, 0.5, 3};
    Penalty penalty = PENALTY.withFactors(new double[] {1, 1, 1, 0});
    LinearCentring linear = new LinearCentring(MEANS, 1, CoefficientOrder.BY_OUTPUT);
    assertTold(
        new CentredStepper(RADAM.withPenalty(penalty), linear, start),
        linear.toBlocks(start),
        penalty);
    FirstLayerCentring layer = new FirstLayerCentring(MEANS, 1);
    assertTold(
        new CentredStepper(RADAM.withPenalty(penalty), layer, start),
        layer.toBlocks(start),
        penalty);
  }

  @Test
  void aPenaltyOfTheBlocksWeightsIsTheTrials() {
    FactorCentring centring = new FactorCentring(MEANS, 1);
    double[] start = {1, -2, 0.5, 3, 1, 1, 0.1};
    Penalty penalty = Penalty.none().withL2(0.2);
    WeightStepper centred = new CentredStepper(RADAM, centring, start);
    assertTold(
        new PenalisedStepper(centred, GradientClip.none(), penalty),
        centring.toBlocks(start),
        penalty);
  }

  @Test
  void anInterceptThatOverflowsIsSeen() {
    LinearCentring huge =
        new LinearCentring(new double[] {Double.MAX_VALUE}, 1, CoefficientOrder.BY_OUTPUT);
    double[] start = {4, 0};
    CentredStepper stepper = new CentredStepper(Optimizer.of(Sgd.defaults(), 1), huge, start);
    StepOutcome outcome = stepper.step(new double[2], new double[2], 1);
    assertThat(outcome.finite()).isFalse();
  }

  @Test
  void beforeTheFirstStepItIsNotKnown() {
    LockstepTrial trial = LockstepTrial.of(1, RADAM, new double[] {1});
    assertThat(trial.penalty()).isNaN();
    trial.step(1, new double[] {1}, 2, 2);
    assertThat(trial.penalty()).isZero();
    SavedState saved = new SavedState();
    trial.save(saved);
    trial.restore(saved);
    assertThat(trial.penalty()).isNaN();
  }

  private static void assertTold(WeightStepper stepper, double[] start, Penalty penalty) {
    LockstepTrial trial = new LockstepTrial(1, stepper, start, new LossHistory());
    SplittableRandom random = new SplittableRandom(1);
    for (int t = 0; t < 8; t++) {
      trial.step(1, random.doubles(start.length).toArray(), 3, 3);
      assertThat(trial.penalty()).isPositive().isEqualTo(penalty.value(trial.weights()));
    }
  }
}
