package org.sparkradam.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
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
}
