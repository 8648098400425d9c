package org.sparkradam.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.mllib.optimization.LogisticGradient;
import org.junit.jupiter.api.Test;

class WeightLayoutTest {
  @Test
  void linearModelsHaveCoefficientsInterceptsAndTheLosssOwn() {
    assertThat(new LinearLoss(new Logistic(), 5, Term.ABSENT).weightCount()).isEqualTo(5);
    assertThat(new LinearLoss(new Logistic(), 5, Term.FITTED).weightCount()).isEqualTo(6);
    assertThat(new LinearLoss(new Softmax(3), 5, Term.FITTED).weightCount()).isEqualTo(18);
    assertThat(new LinearLoss(new Huber(1.35), 5, Term.FITTED).weightCount()).isEqualTo(7);
  }

  @Test
  void factorizationMachinesHaveFactorsLinearTermsAndIntercept() {
    assertThat(machine(5, 3, Term.FITTED, Term.FITTED).weightCount()).isEqualTo(21);
    assertThat(machine(5, 3, Term.ABSENT, Term.FITTED).weightCount()).isEqualTo(16);
    assertThat(machine(5, 3, Term.FITTED, Term.ABSENT).weightCount()).isEqualTo(20);
  }

  private static BlockLoss machine(int features, int factorSize, Term linear, Term intercept) {
    return new FactorizationMachine(new Squared(), features, factorSize, linear, intercept);
  }

  @Test
  void perceptronsHaveWeightsAndBiasesOfEachLayer() {
    assertThat(new MultilayerPerceptron(List.of(4, 5, 3)).weightCount()).isEqualTo(25 + 18);
  }

  @Test
  void impossibleShapesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LinearLoss(new Logistic(), 0, Term.FITTED))
        .withMessage("number of features must be at least 1, but was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LinearLoss(new Softmax(3), 1 << 30, Term.FITTED))
        .withMessageContaining("number of weights");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> machine(3, 0, Term.FITTED, Term.FITTED))
        .withMessage("factorSize must be at least 1, but was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MultilayerPerceptron(List.of(3, 0, 2)))
        .withMessage("size of layer 1 must be at least 1, but was 0");
    assertThatIllegalArgumentException().isThrownBy(() -> new MultilayerPerceptron(List.of(3)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MllibGradientLoss(new LogisticGradient(), 3, 0));
  }

  /** A machine has one margin, and no place for further weights. */
  @Test
  void factorizationMachinesTakeLossesOfOneMargin() {
    for (MarginLoss loss : List.of(new Softmax(3), new Huber(1.35))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new FactorizationMachine(loss, 5, 3, Term.FITTED, Term.FITTED));
    }
  }

  private static List<BlockLoss> losses() {
    return List.of(
        new LinearLoss(new Logistic(), 5, Term.FITTED),
        new LinearLoss(new Huber(1.35), 5, Term.FITTED),
        machine(5, 3, Term.FITTED, Term.ABSENT),
        new MultilayerPerceptron(List.of(5, 4, 3)));
  }

  /** As a chunk of a wide table has it, which knows no others. */
  @Test
  void aLossOfSomeFeaturesHasTheWeightsOfThese() {
    for (BlockLoss loss : losses()) {
      WeightLayout narrow = loss.layout().withFeatures(2);
      assertThat(loss.withFeatures(2).layout()).isEqualTo(narrow).hasSameHashCodeAs(narrow);
      assertThat(loss.withFeatures(2).weightCount()).isEqualTo(narrow.weightCount());
      assertThat(narrow).isNotEqualTo(loss.layout());
      double[] weights = IntStream.range(0, loss.weightCount()).asDoubleStream().toArray();
      double[] sum = new double[weights.length];
      loss.layout().scatter(loss.layout().gather(weights, new int[] {1, 4}), new int[] {1, 4}, sum);
      loss.layout().scatter(loss.layout().gather(weights, new int[] {0, 2}), new int[] {0, 2}, sum);
      loss.layout().scatter(loss.layout().gather(weights, new int[] {3}), new int[] {3}, sum);
      // What belongs to no feature comes with each part.
      int tail = loss.layout().withFeatures(0).weightCount();
      IntStream.range(weights.length - tail, weights.length).forEach(w -> sum[w] /= 3);
      assertThat(sum).containsExactly(weights);
    }
  }

  @Test
  void layoutsDifferByFeaturesRunsAndTail() {
    WeightLayout linear = losses().get(0).layout();
    assertThat(linear).isEqualTo(new LinearLoss(new Squared(), 5, Term.FITTED).layout());
    assertThat(linear)
        .isNotEqualTo(new LinearLoss(new Squared(), 5, Term.ABSENT).layout())
        .isNotEqualTo(new LinearLoss(new Softmax(3), 5, Term.FITTED).layout())
        .isNotEqualTo("a layout");
    assertThat(linear).hasToString("WeightLayout[features=5, runs=1, tail=1]");
  }

  @Test
  void segmentsAreAllOfTheWeights() {
    for (BlockLoss loss : losses()) {
      assertThat(IntStream.of(loss.segments()).sum()).isEqualTo(loss.weightCount());
    }
  }

  /** MLlib's gradients do not tell which weight belongs to which feature. */
  @Test
  void anMllibGradientIsOfAllFeatures() {
    BlockLoss loss = new MllibGradientLoss(new LogisticGradient(), 3, 3);
    double[] weights = {1, 2, 3};
    assertThat(loss.withFeatures(2)).isSameAs(loss);
    assertThat(loss.layout().gather(weights, new int[] {1})).isSameAs(weights);
    assertThat(loss.segments()).containsExactly(3);
    assertThat(loss)
        .hasToString(
            "MllibGradientLoss[org.apache.spark.mllib.optimization.LogisticGradient, features=3,"
                + " weights=3]");
  }
}
