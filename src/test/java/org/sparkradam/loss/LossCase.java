package org.sparkradam.loss;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.mllib.optimization.LogisticGradient;
import org.sparkradam.block.DenseBlock;

/** Each loss of the package with labels that suit it. */
enum LossCase {
  LOGISTIC(new LinearLoss(new Logistic(), LossCase.FEATURES, Term.FITTED), 2),
  LOGISTIC_WITHOUT_INTERCEPT(new LinearLoss(new Logistic(), LossCase.FEATURES, Term.ABSENT), 2),
  SOFTMAX(new LinearLoss(new Softmax(3), LossCase.FEATURES, Term.FITTED), 3),
  SOFTMAX_BY_FEATURE(
      CoefficientOrder.BY_FEATURE.loss(new Softmax(5), LossCase.FEATURES, Term.FITTED), 5),
  SQUARED(new LinearLoss(new Squared(), LossCase.FEATURES, Term.FITTED), 0),
  HUBER(new LinearLoss(new Huber(1.35), LossCase.FEATURES, Term.FITTED), 0),
  HINGE(new LinearLoss(new Hinge(), LossCase.FEATURES, Term.FITTED), 2),
  SMOOTHED_HINGE(new LinearLoss(new SmoothedHinge(), LossCase.FEATURES, Term.ABSENT), 2),
  FM_CLASSIFIER(machine(new Logistic(), 3, Term.FITTED, Term.FITTED), 2),
  FM_REGRESSOR(machine(new Squared(), 8, Term.ABSENT, Term.FITTED), 0),
  FM_OF_PAIRS_ALONE(machine(new Squared(), 1, Term.ABSENT, Term.ABSENT), 0),
  PERCEPTRON(new MultilayerPerceptron(List.of(LossCase.FEATURES, 5, 4, 3)), 3),
  PERCEPTRON_WITHOUT_HIDDEN_LAYER(new MultilayerPerceptron(List.of(LossCase.FEATURES, 3)), 3),
  MLLIB(new MllibGradientLoss(new LogisticGradient(), LossCase.FEATURES, LossCase.FEATURES), 2);

  static final int FEATURES = 7;

  final BlockLoss loss;

  /** 0 for real labels. */
  private final int classes;

  LossCase(BlockLoss loss, int classes) {
    this.loss = loss;
    this.classes = classes;
  }

  private static BlockLoss machine(MarginLoss loss, int factorSize, Term linear, Term intercept) {
    return new FactorizationMachine(loss, FEATURES, factorSize, linear, intercept);
  }

  /** Rows enough for three tiles. */
  DenseBlock block() {
    return block(1100, null);
  }

  DenseBlock weightedBlock() {
    return block(1100, Blocks.rowWeights(5, 1100));
  }

  DenseBlock block(int rows, double[] weights) {
    double[] labels =
        classes == 0 ? Blocks.realLabels(7, rows) : Blocks.classLabels(7, rows, classes);
    return Blocks.dense(Blocks.values(3, rows, FEATURES), labels, weights);
  }

  double[] weights(long seed) {
    return Arrays.stream(Blocks.gaussians(seed, loss.weightCount())).map(x -> x / 2).toArray();
  }
}
