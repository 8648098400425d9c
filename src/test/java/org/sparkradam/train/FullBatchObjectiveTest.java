package org.sparkradam.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sparkradam.block.LabeledRow;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.loss.BlockLoss;
import org.sparkradam.loss.LinearLoss;
import org.sparkradam.loss.Squared;
import org.sparkradam.loss.Term;
import org.sparkradam.loss.kernel.PortableKernel;
import org.sparkradam.optim.Penalty;

/** The mean loss of all rows with the L2 part of the penalty. */
class FullBatchObjectiveTest {
  private static final int SIZE = LinearRows.FEATURES + 1;
  private static final BlockLoss SQUARED =
      new LinearLoss(new Squared(), LinearRows.FEATURES, Term.FITTED);
  private static final double[] WEIGHTS = new Random(9).doubles(SIZE, -1, 1).toArray();

  @Test
  void isTheWeightedMeanLossAndHalfTheSquaresOfTheWeightsByTheirFactors() {
    LinearRows rows = LinearRows.numbers(300).weighted();
    double[] factors = new Random(10).doubles(SIZE, 0, 2).toArray();
    double expected = 0;
    double weightSum = 0;
    for (LabeledRow row : rows.rows()) {
      double error = WEIGHTS[SIZE - 1] - row.label();
      for (int j = 0; j < SIZE - 1; j++) {
        error += WEIGHTS[j] * row.features().apply(j);
      }
      expected += row.weight() * error * error / 2;
      weightSum += row.weight();
    }
    expected /= weightSum;
    for (int j = 0; j < SIZE; j++) {
      expected += 0.3 / 2 * factors[j] * WEIGHTS[j] * WEIGHTS[j];
    }
    try (ShuffledBlocks blocks = rows.blocks()) {
      Penalty penalty = Penalty.none().withL1(5).withL2(0.3).withDecay(7).withFactors(factors);
      assertThat(objective(blocks, penalty).at(WEIGHTS).value()).isEqualTo(expected, within(1e-12));
      assertGradient(objective(blocks, penalty));
    }
  }

  @Test
  void hasTheSameBitsEachTime() {
    try (ShuffledBlocks blocks = LinearRows.numbers(300).blocks()) {
      FullBatchObjective objective = objective(blocks, Penalty.none().withL2(0.1));
      SmoothObjective.Value first = objective.at(WEIGHTS);
      for (int i = 0; i < 5; i++) {
        SmoothObjective.Value again = objective.at(WEIGHTS);
        assertThat(again.value()).isEqualTo(first.value());
        assertThat(again.gradient()).isEqualTo(first.gradient());
      }
    }
  }

  @Test
  void refusesRowsThatWeighNothing() {
    LinearRows weightless =
        new LinearRows(
            LinearRows.numbers(10).rows().stream()
                .map(row -> new LabeledRow(row.label(), 0, row.features()))
                .toList());
    try (ShuffledBlocks blocks = weightless.blocks()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> objective(blocks, Penalty.none()))
          .withMessage("the sum of the rows' weights must be above 0, but was 0.0");
    }
  }

  @Test
  void refusesWeightsAndFactorsOfAnotherNumber() {
    try (ShuffledBlocks blocks = LinearRows.numbers(10).blocks()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> objective(blocks, Penalty.none()).at(new double[SIZE - 1]))
          .withMessage("number of weights must be 9, but was 8");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> objective(blocks, Penalty.none().withFactors(new double[2])))
          .withMessageStartingWith("number of penalty factors must be");
    }
  }

  private static void assertGradient(FullBatchObjective objective) {
    double[] gradient = objective.at(WEIGHTS).gradient();
    for (int i = 0; i < SIZE; i++) {
      double difference = (shifted(objective, i, 1e-5) - shifted(objective, i, -1e-5)) / 2e-5;
      assertThat(gradient[i]).isEqualTo(difference, within(1e-7));
    }
  }

  private static double shifted(FullBatchObjective objective, int i, double shift) {
    double[] weights = Arrays.copyOf(WEIGHTS, SIZE);
    weights[i] += shift;
    return objective.at(weights).value();
  }

  private static FullBatchObjective objective(ShuffledBlocks blocks, Penalty penalty) {
    return new FullBatchObjective(blocks, SQUARED, new PortableKernel(), penalty);
  }
}
