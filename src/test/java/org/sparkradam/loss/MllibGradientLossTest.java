package org.sparkradam.loss;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.ml.regression.LogisticFactorizationMachinesGradient;
import org.apache.spark.ml.regression.MSEFactorizationMachinesGradient;
import org.apache.spark.mllib.optimization.Gradient;
import org.apache.spark.mllib.optimization.HingeGradient;
import org.apache.spark.mllib.optimization.LeastSquaresGradient;
import org.apache.spark.mllib.optimization.LogisticGradient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkradam.block.DenseBlock;
import org.sparkradam.block.RowBlock;
import org.sparkradam.loss.kernel.Kernel;

/** Our losses and those of Spark behind the adapter are the same functions. */
class MllibGradientLossTest {
  private static final int FEATURES = 6;
  private static final int ROWS = 700;
  private static final Kernel KERNEL = Kernel.ofThisJvm();

  static Stream<Arguments> sameLosses() {
    return Stream.of(
        Arguments.of(linear(new Logistic()), new LogisticGradient()),
        Arguments.of(linear(new Hinge()), new HingeGradient()),
        Arguments.of(linear(new Squared()), new LeastSquaresGradient()),
        Arguments.of(
            new FactorizationMachine(new Logistic(), FEATURES, 3, Term.FITTED, Term.FITTED),
            new LogisticFactorizationMachinesGradient(3, true, true, FEATURES)),
        Arguments.of(
            new FactorizationMachine(new Logistic(), FEATURES, 3, Term.ABSENT, Term.FITTED),
            new LogisticFactorizationMachinesGradient(3, true, false, FEATURES)));
  }

  private static BlockLoss linear(MarginLoss loss) {
    return new LinearLoss(loss, FEATURES, Term.ABSENT);
  }

  @ParameterizedTest
  @MethodSource("sameLosses")
  void weAndMllibAgree(BlockLoss ours, Gradient gradient) {
    BlockLoss theirs = new MllibGradientLoss(gradient, FEATURES, ours.weightCount());
    double[] first = Blocks.gaussians(5, ours.weightCount());
    double[] second = Blocks.gaussians(6, ours.weightCount());
    DenseBlock dense = block(2, Blocks.rowWeights(4, ROWS));
    for (RowBlock block : new RowBlock[] {dense, Blocks.sparse(dense), block(2, null)}) {
      Sums.assertClose(
          Sums.of(ours, block, KERNEL, first, second),
          Sums.of(theirs, block, KERNEL, first, second));
    }
  }

  private static DenseBlock block(int classes, double[] weights) {
    double[][] values = Blocks.values(1, ROWS, FEATURES);
    return Blocks.dense(values, Blocks.classLabels(2, ROWS, classes), weights);
  }

  /** Of MLlib's k - 1 vectors ours are those of the classes from 1 on, class 0's being 0. */
  @Test
  void softmaxIsMllibsWithAPivot() {
    LinearLoss ours = new LinearLoss(new Softmax(3), FEATURES, Term.ABSENT);
    BlockLoss theirs = new MllibGradientLoss(new LogisticGradient(3), FEATURES, 2 * FEATURES);
    double[] pivoted = Blocks.gaussians(5, 2 * FEATURES);
    double[] full = new double[3 * FEATURES];
    System.arraycopy(pivoted, 0, full, FEATURES, pivoted.length);
    DenseBlock block = block(3, Blocks.rowWeights(4, ROWS));
    GradientSums expected = Sums.of(theirs, block, KERNEL, pivoted);
    GradientSums sums = Sums.of(ours, block, KERNEL, full);
    Sums.assertClose(sums.losses(), expected.losses());
    Sums.assertClose(
        Arrays.copyOfRange(sums.gradients()[0], FEATURES, full.length), expected.gradients()[0]);
  }

  /** Spark's FM regressor minimises the squared error, ours half of it. */
  @Test
  void sparksSquaredErrorOfFactorizationMachinesIsTwiceOurs() {
    BlockLoss ours = new FactorizationMachine(new Squared(), FEATURES, 4, Term.FITTED, Term.FITTED);
    Gradient gradient = new MSEFactorizationMachinesGradient(4, true, true, FEATURES);
    BlockLoss theirs = new MllibGradientLoss(gradient, FEATURES, ours.weightCount());
    double[] weights = Blocks.gaussians(5, ours.weightCount());
    double[] twice = new double[ROWS];
    Arrays.fill(twice, 2);
    double[] expected = Sums.of(theirs, block(2, null), KERNEL, weights).gradients()[0];
    Sums.assertClose(Sums.of(ours, block(2, twice), KERNEL, weights).gradients()[0], expected);
  }
}
