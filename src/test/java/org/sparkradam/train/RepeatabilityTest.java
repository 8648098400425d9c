package org.sparkradam.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.loss.LinearLoss;
import org.sparkradam.loss.Logistic;
import org.sparkradam.loss.Term;
import org.sparkradam.loss.kernel.PortableKernel;
import org.sparkradam.optim.Adam;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Penalty;
import org.sparkradam.optim.RAdam;
import org.sparkradam.optim.Regularization;
import org.sparkradam.optim.Sgd;

/** A trial has its bits, whoever trains beside it, and however often. */
class RepeatabilityTest {
  private static final int STEPS = 50;
  private static final LinearRows ROWS = LinearRows.classes(800, 2);
  private static final LinearLoss LOSS =
      new LinearLoss(new Logistic(), LinearRows.FEATURES, Term.FITTED);
  private static final Optimizer RADAM = Optimizer.of(RAdam.defaults(), 0.05);

  private static double[][] first;

  /** Four solvers with two rates each, over the minibatches of one seed. */
  private static List<Optimizer> optimizers() {
    return List.of(
        RADAM,
        RADAM.withLearningRate(0.3),
        Optimizer.of(Adam.defaults(), 0.05),
        Optimizer.of(Adam.defaults(), 0.3),
        Optimizer.of(new Sgd(0.9, true), 0.05),
        Optimizer.of(new Sgd(0.9, true), 0.3),
        RADAM.withPenalty(Penalty.of(Regularization.L1, 0.01)),
        RADAM.withPenalty(Penalty.of(Regularization.DECOUPLED, 0.01)));
  }

  @Test
  void aloneOrAmongEight() {
    try (ShuffledBlocks blocks = ROWS.blocks()) {
      double[][] together = weights(blocks, optimizers());
      assertThat(List.of(together)).hasSize(8).doesNotHaveDuplicates();
      for (int k = 0; k < together.length; k++) {
        double[][] alone = weights(blocks, List.of(optimizers().get(k)));
        assertThat(alone[0]).isEqualTo(together[k]);
      }
    }
  }

  @RepeatedTest(5)
  void aRunOfTheSameSeed() {
    try (ShuffledBlocks blocks = ROWS.blocks()) {
      double[][] weights = weights(blocks, optimizers());
      first = first == null ? weights : first;
      assertThat(weights).isDeepEqualTo(first);
    }
  }

  private static double[][] weights(ShuffledBlocks blocks, List<Optimizer> optimizers) {
    List<LockstepTrial> trials =
        optimizers.stream()
            .map(optimizer -> LockstepTrial.of(11, optimizer, new double[LOSS.weightCount()]))
            .toList();
    LockstepTraining training =
        new LockstepTraining(blocks, LOSS, new PortableKernel(), trials, 90, 2);
    for (int step = 0; step < STEPS; step++) {
      training.next();
    }
    return trials.stream().map(LockstepTrial::weights).toArray(double[][]::new);
  }
}
