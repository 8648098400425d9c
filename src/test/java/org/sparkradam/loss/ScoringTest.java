package org.sparkradam.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkradam.block.DenseBlock;
import org.sparkradam.block.RowBlock;
import org.sparkradam.block.RowRange;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.loss.kernel.PortableKernel;

class ScoringTest {
  private static final int FEATURES = 4;
  private static final RowRange SOME = new RowRange(3, 1091);

  static Stream<Arguments> casesAndKernels() {
    return BlockLossTest.casesAndKernels()
        .filter(given -> ((LossCase) given.get()[0]).loss instanceof Scoring);
  }

  @ParameterizedTest
  @MethodSource("casesAndKernels")
  void lossesAreThoseOfTheGradientsPass(LossCase given, Kernel kernel) {
    Scoring loss = (Scoring) given.loss;
    double[][] weights = {given.weights(1), given.weights(2), given.weights(3)};
    DenseBlock dense = given.weightedBlock();
    for (RowBlock block : new RowBlock[] {dense, Blocks.sparse(dense)}) {
      Scores scores = Scores.of(loss, block, SOME, kernel, weights);
      assertThat(scores.losses).isEqualTo(Sums.of(loss, block, SOME, kernel, weights).losses());
      assertThat(scores.labels).hasSize(SOME.rows()).element(5).isEqualTo(block.label(8));
    }
  }

  @ParameterizedTest
  @MethodSource("org.sparkradam.loss.kernel.KernelTest#kernels")
  void linearMargins(Kernel kernel) {
    Scoring loss = new LinearLoss(new Softmax(3), FEATURES, Term.FITTED);
    assertMargins(loss, kernel, ScoringTest::linear);
    assertMargins(
        new LinearLoss(new Logistic(), FEATURES, Term.FITTED),
        kernel,
        (x, w) -> new double[] {w[4] + x[0] * w[0] + x[1] * w[1] + x[2] * w[2] + x[3] * w[3]});
  }

  private static double[] linear(double[] x, double[] w) {
    double[] margins = Arrays.copyOfRange(w, 3 * FEATURES, 3 * FEATURES + 3);
    for (int output = 0; output < 3; output++) {
      for (int j = 0; j < FEATURES; j++) {
        margins[output] += w[output * FEATURES + j] * x[j];
      }
    }
    return margins;
  }

  @ParameterizedTest
  @MethodSource("org.sparkradam.loss.kernel.KernelTest#kernels")
  void machinesMargins(Kernel kernel) {
    Scoring loss = new FactorizationMachine(new Logistic(), FEATURES, 2, Term.FITTED, Term.FITTED);
    assertMargins(loss, kernel, ScoringTest::machine);
  }

  private static double[] machine(double[] x, double[] w) {
    double margin = w[3 * FEATURES];
    for (int i = 0; i < FEATURES; i++) {
      margin += w[2 * FEATURES + i] * x[i];
      for (int j = 0; j < i; j++) {
        double product = w[2 * i] * w[2 * j] + w[2 * i + 1] * w[2 * j + 1];
        margin += product * x[i] * x[j];
      }
    }
    return new double[] {margin};
  }

  @ParameterizedTest
  @MethodSource("org.sparkradam.loss.kernel.KernelTest#kernels")
  void perceptronsMarginsAreTheInputsOfTheSoftmax(Kernel kernel) {
    assertMargins(
        new MultilayerPerceptron(List.of(FEATURES, 3, 2)),
        kernel,
        (x, w) -> {
          double[] hidden = affine(x, w, 0, 3);
          return affine(Arrays.stream(hidden).map(a -> 1 / (1 + Math.exp(-a))).toArray(), w, 15, 2);
        });
  }

  private static double[] affine(double[] x, double[] w, int from, int units) {
    double[] outputs = new double[units];
    for (int unit = 0; unit < units; unit++) {
      outputs[unit] = w[from + x.length * units + unit];
      for (int j = 0; j < x.length; j++) {
        outputs[unit] += w[from + j * units + unit] * x[j];
      }
    }
    return outputs;
  }

  private interface Model {
    double[] margins(double[] x, double[] weights);
  }

  private static void assertMargins(Scoring loss, Kernel kernel, Model model) {
    double[][] rows = Blocks.values(1, 1100, FEATURES);
    DenseBlock dense = Blocks.dense(rows, Blocks.classLabels(2, 1100, 2), null);
    double[][] weights = {
      Blocks.gaussians(3, loss.weightCount()), Blocks.gaussians(4, loss.weightCount())
    };
    for (RowBlock block : new RowBlock[] {dense, Blocks.sparse(dense)}) {
      Scores scores = Scores.of(loss, block, SOME, kernel, weights);
      for (int k = 0; k < 2; k++) {
        for (int i = 0; i < SOME.rows(); i++) {
          double[] expected = model.margins(rows[3 + i], weights[k]);
          Sums.assertClose(scores.margins.get(k).get(i), expected);
        }
      }
    }
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Scoring loss = new LinearLoss(new Logistic(), FEATURES, Term.FITTED);
    DenseBlock block = Blocks.dense(new double[1][FEATURES], new double[1], null);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Scores.of(loss, block, new RowRange(0, 2), new PortableKernel(), new double[5]))
        .withMessageContaining("1 rows");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Scores.of(loss, block, Blocks.all(block), new PortableKernel(), new double[4]))
        .withMessageContaining("number of weights must be 5, but was 4");
  }
}
