package org.sparkradam.ml;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.sparkradam.ml.internal.param.ChoiceParams;
import org.sparkradam.ml.internal.param.FlagParam;
import org.sparkradam.ml.internal.param.NumberParams;
import org.sparkradam.ml.internal.param.Validator;
import org.sparkradam.optim.NamedRules;
import org.sparkradam.optim.NamedSchedules;

/** The params of {@link HasOptimizer}, as one stage owns them. */
final class OptimizerParams implements Serializable {
  private static final long serialVersionUID = 1L;

  final Param<String> solver;
  final DoubleParam beta1;
  final DoubleParam beta2;
  final DoubleParam adamEpsilon;
  final DoubleParam rhoThreshold;
  final DoubleParam momentum;
  final BooleanParam nesterov;
  final DoubleParam momentumDecay;
  final DoubleParam weightDecay;
  final DoubleParam gradientClip;
  final LongParam scaleRateFrom;
  final Param<String> sparseStep;

  /**
   * @param solvers that the kind of model has
   */
  OptimizerParams(Params owner, List<String> solvers) {
    solver =
        new Param<>(
            owner,
            "solver",
            "how the weights are found: " + String.join(", ", solvers),
            Validator.oneOf("solver", solvers));
    beta1 = NumberParams.real(owner, NamedRules.BETA1);
    beta2 =
        NumberParams.real(
            owner, NamedRules.BETA2, "; not set: less in linear models of wide tables");
    adamEpsilon =
        NumberParams.real(owner, NamedRules.EPSILON, "; not set: 1e-8, lamb 1e-6, adabelief 1e-16");
    rhoThreshold = NumberParams.real(owner, NamedRules.RHO_THRESHOLD);
    momentum = NumberParams.real(owner, NamedRules.MOMENTUM);
    nesterov = new FlagParam(owner, NamedRules.NESTEROV.name(), NamedRules.NESTEROV.doc());
    momentumDecay = NumberParams.real(owner, NamedRules.MOMENTUM_DECAY);
    weightDecay =
        NumberParams.real(owner, NamedRules.WEIGHT_DECAY, "; not set: 0.01 for adamw, else 0");
    gradientClip = NumberParams.real(owner, NamedRules.GRADIENT_CLIP, "; not set: none");
    scaleRateFrom =
        NumberParams.largeCount(
            owner,
            NamedRules.SCALE_RATE_FROM.name(),
            NamedRules.SCALE_RATE_FROM.doc() + "; not set: it is not",
            1);
    sparseStep =
        ChoiceParams.of(
            owner,
            "sparseStep",
            "which weights a step moves: %s; lazy: those that the minibatch has a gradient of,"
                + " without a penalty",
            SparseStep.values());
  }

  void setDefaults(Params owner) {
    owner.setDefault(solver, StageRule.names().get(0));
    owner.setDefault(beta1, NamedRules.BETA1.otherwise());
    owner.setDefault(beta2, NamedRules.BETA2.otherwise());
    owner.setDefault(adamEpsilon, NamedRules.EPSILON.otherwise());
    owner.setDefault(rhoThreshold, NamedRules.RHO_THRESHOLD.otherwise());
    owner.setDefault(momentum, NamedRules.MOMENTUM.otherwise());
    owner.setDefault(nesterov, NamedRules.NESTEROV.otherwise());
    owner.setDefault(momentumDecay, NamedRules.MOMENTUM_DECAY.otherwise());
    owner.setDefault(sparseStep, ChoiceParams.title(SparseStep.DENSE));
  }

  /** The params of {@link HasOptimizerVariants}, as one stage owns them. */
  static final class Variants implements Serializable {
    private static final long serialVersionUID = 1L;

    final Param<String> epsilonPlacement;
    final Param<String> varianceModel;
    final Param<String> belowThreshold;
    final Param<String> warmup;
    final Param<String> schedule;

    Variants(Params owner) {
      epsilonPlacement =
          ChoiceParams.of(
              owner, NamedRules.EPSILON_PLACEMENT, "; not set: raw for radam, else corrected");
      varianceModel = ChoiceParams.of(owner, NamedRules.VARIANCE_MODEL, "");
      belowThreshold = ChoiceParams.of(owner, NamedRules.BELOW_THRESHOLD, "");
      warmup =
          new Param<>(
              owner,
              "warmup",
              "none, a number of steps, untuned-linear or untuned-exponential",
              Validator.text("warmup", text -> NamedSchedules.warmup(text, 0)));
      schedule =
          new Param<>(
              owner,
              "schedule",
              "cosine, constant, inverse-square-root, linear-decay or step, over the steps of the fit;"
                  + " not set: constant for radam-schedule-free, else cosine",
              Validator.text("schedule", name -> NamedSchedules.schedule(name, 1)));
    }

    void setDefaults(Params owner) {
      owner.setDefault(varianceModel, NamedRules.VARIANCE_MODEL.otherwiseAsText());
      owner.setDefault(belowThreshold, NamedRules.BELOW_THRESHOLD.otherwiseAsText());
      owner.setDefault(warmup, "none");
      owner.setDefault(schedule, "cosine");
    }
  }
}
