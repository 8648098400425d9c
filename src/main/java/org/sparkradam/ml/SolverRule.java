package org.sparkradam.ml;

import java.util.List;
import java.util.stream.Stream;
import org.sparkradam.optim.Adam;
import org.sparkradam.optim.BelowThreshold;
import org.sparkradam.optim.EpsilonPlacement;
import org.sparkradam.optim.RAdam;
import org.sparkradam.optim.Sgd;
import org.sparkradam.optim.UpdateRule;
import org.sparkradam.optim.VarianceModel;

/** The values of {@code solver}, and the update rule that each makes of a stage's params. */
enum SolverRule {
  RADAM(0) {
    @Override
    UpdateRule rule(MiniBatchStage stage, double beta2) {
      OptimizerParams numbers = stage.stageParams().optimizer;
      VariantParams variants = stage.stageParams().variants;
      return new RAdam(
          ParamValue.of(stage, numbers.beta1),
          beta2,
          ParamValue.of(stage, numbers.adamEpsilon),
          placement(stage, RAdam.defaults().epsilonPlacement()),
          ParamValue.of(stage, numbers.rhoThreshold),
          ChoiceParams.constant(VarianceModel.class, ParamValue.of(stage, variants.varianceModel)),
          ChoiceParams.constant(
              BelowThreshold.class, ParamValue.of(stage, variants.belowThreshold)));
    }
  },
  ADAM(0) {
    @Override
    UpdateRule rule(MiniBatchStage stage, double beta2) {
      return adam(stage, beta2);
    }
  },
  ADAMW(0.01) {
    @Override
    UpdateRule rule(MiniBatchStage stage, double beta2) {
      return adam(stage, beta2);
    }
  },
  SGD(0) {
    @Override
    UpdateRule rule(MiniBatchStage stage, double beta2) {
      OptimizerParams numbers = stage.stageParams().optimizer;
      return new Sgd(
          ParamValue.of(stage, numbers.momentum), ParamValue.of(stage, numbers.nesterov));
    }
  };

  private final double weightDecay;

  SolverRule(double weightDecay) {
    this.weightDecay = weightDecay;
  }

  static List<String> titles() {
    return Stream.of(values()).map(SolverRule::title).toList();
  }

  static SolverRule of(MiniBatchStage stage) {
    String title = ParamValue.of(stage, stage.stageParams().optimizer.solver);
    return ChoiceParams.constant(SolverRule.class, title);
  }

  String title() {
    return ChoiceParams.title(this);
  }

  /** Whether a stage's solver divides by the root of a second moment. */
  static boolean isAdaptive(MiniBatchStage stage) {
    return !FullBatchSolver.isChosen(stage) && of(stage) != SGD;
  }

  /** The weight decay where none is set. */
  double weightDecay() {
    return weightDecay;
  }

  /**
   * The rule of a stage's params.
   *
   * @param beta2 of a rule that has a second moment
   * @throws IllegalArgumentException if they do not go together
   */
  abstract UpdateRule rule(MiniBatchStage stage, double beta2);

  private static Adam adam(MiniBatchStage stage, double beta2) {
    OptimizerParams numbers = stage.stageParams().optimizer;
    return Adam.defaults()
        .withBeta1(ParamValue.of(stage, numbers.beta1))
        .withBeta2(beta2)
        .withEpsilon(ParamValue.of(stage, numbers.adamEpsilon))
        .withEpsilonPlacement(placement(stage, Adam.defaults().epsilonPlacement()));
  }

  private static EpsilonPlacement placement(MiniBatchStage stage, EpsilonPlacement otherwise) {
    return ParamValue.<String>ifDefined(stage, stage.stageParams().variants.epsilonPlacement)
        .map(title -> ChoiceParams.constant(EpsilonPlacement.class, title))
        .orElse(otherwise);
  }
}
