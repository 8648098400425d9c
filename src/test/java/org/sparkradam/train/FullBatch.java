package org.sparkradam.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.loss.BlockLoss;
import org.sparkradam.loss.kernel.PortableKernel;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Penalty;
import org.sparkradam.optim.RAdam;
import org.sparkradam.optim.Schedules;

/** Trains on all rows at every step until nothing changes any more. */
record FullBatch(ShuffledBlocks blocks, BlockLoss loss) {
  private static final LbfgsSettings TIGHT =
      LbfgsSettings.defaults().withMaxIterations(1000).withTolerance(1e-12);

  /** L1 and L2 of the first weights, the coefficients. */
  Penalty penalty(double l1, double l2, int coefficients) {
    double[] factors = zeros();
    Arrays.fill(factors, 0, coefficients, 1);
    return Penalty.none().withL1(l1).withL2(l2).withFactors(factors);
  }

  double[] zeros() {
    return new double[loss.weightCount()];
  }

  /** A trial for every penalty, all in lock-step from zeros. */
  List<double[]> radam(int steps, List<Penalty> penalties) {
    return train(steps, penalties, penalty -> trial(quick(steps).withPenalty(penalty), zeros()));
  }

  /** A trial for every start, all in lock-step. */
  List<double[]> train(int steps, Optimizer optimizer, List<double[]> starts) {
    return train(steps, starts, start -> trial(optimizer, start));
  }

  /** One trial with a stepper of its own, from zeros. */
  double[] train(int steps, WeightStepper stepper) {
    return train(
            steps, List.of(stepper), s -> new LockstepTrial(1, s, zeros(), LossHistory.patient()))
        .get(0);
  }

  /** For convex losses: a full batch has no noise that short memory and large steps would mind. */
  static Optimizer quick(int steps) {
    return Optimizer.of(RAdam.defaults().withBeta2(0.99), 1)
        .withSchedule(Schedules.cosine(steps, 0));
  }

  private static LockstepTrial trial(Optimizer optimizer, double[] start) {
    return LockstepTrial.of(1, optimizer, start);
  }

  private <T> List<double[]> train(
      int steps, List<T> settings, Function<T, LockstepTrial> trialOf) {
    List<LockstepTrial> trials = settings.stream().map(trialOf).toList();
    LockstepTraining training =
        new LockstepTraining(blocks, loss, new PortableKernel(), trials, blocks.rows(), 1);
    for (int step = 0; step < steps; step++) {
      training.next();
    }
    return trials.stream().map(LockstepTrial::weights).toList();
  }

  double[] lbfgs(Penalty penalty) {
    return lbfgs(penalty, TIGHT);
  }

  double[] lbfgs(Penalty penalty, LbfgsSettings settings) {
    return last(new Lbfgs(smooth(penalty), penalty, zeros(), settings));
  }

  /** The minimum of an objective that is not quite the blocks'. */
  double[] lbfgs(Penalty penalty, SmoothObjective objective) {
    return last(new Lbfgs(objective, penalty, zeros(), TIGHT));
  }

  private static double[] last(Lbfgs lbfgs) {
    List<Lbfgs.State> states = new ArrayList<>();
    lbfgs.forEachRemaining(states::add);
    return states.get(states.size() - 1).weights();
  }

  FullBatchObjective smooth(Penalty penalty) {
    return new FullBatchObjective(blocks, loss, new PortableKernel(), penalty);
  }

  /** With its L1 part. */
  double objective(Penalty penalty, double[] weights) {
    return smooth(Penalty.none()).at(weights).value() + penalty.value(weights);
  }
}
