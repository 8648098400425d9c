package org.sparkradam.ml;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.sparkradam.optim.RAdam;
import org.sparkradam.optim.Require;
import org.sparkradam.optim.Sgd;

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
  final DoubleParam weightDecay;
  final DoubleParam gradientClip;
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
    beta1 =
        NumberParams.real(owner, "beta1", "decay of the first moment, in [0, 1)", Require::decay);
    beta2 =
        NumberParams.real(
            owner,
            "beta2",
            "decay of the second moment, in [0, 1); not set: less in linear models of wide tables",
            Require::decay);
    adamEpsilon =
        NumberParams.real(
            owner, "adamEpsilon", "beside the second moment's root (> 0)", Require::positive);
    rhoThreshold =
        NumberParams.real(
            owner,
            "rhoThreshold",
            "length of the moving average above which radam rectifies (>= 4; with the exact"
                + " variance model >= 2)",
            (name, value) -> Require.atLeast(name, value, 2));
    momentum = NumberParams.real(owner, "momentum", "of sgd, in [0, 1)", Require::decay);
    nesterov = new FlagParam(owner, "nesterov", "whether sgd looks ahead; needs a momentum > 0");
    weightDecay =
        NumberParams.real(
            owner,
            "weightDecay",
            "decoupled weight decay, no part of the objective (>= 0); not set: 0.01 for adamw, else"
                + " 0",
            Require::nonNegative);
    gradientClip =
        NumberParams.real(
            owner,
            "gradientClip",
            "largest Euclidean norm of a data gradient (> 0); not set: none",
            Require::positive);
    sparseStep =
        ChoiceParams.of(
            owner,
            "sparseStep",
            "which weights a step moves: %s; lazy: those that the minibatch has a gradient of,"
                + " without a penalty",
            SparseStep.values());
  }

  void setDefaults(Params owner) {
    RAdam radam = RAdam.defaults();
    Sgd sgd = Sgd.defaults();
    owner.setDefault(solver, SolverRule.RADAM.title());
    owner.setDefault(beta1, radam.beta1());
    owner.setDefault(beta2, radam.beta2());
    owner.setDefault(adamEpsilon, radam.epsilon());
    owner.setDefault(rhoThreshold, radam.rhoThreshold());
    owner.setDefault(momentum, sgd.momentum());
    owner.setDefault(nesterov, sgd.nesterov());
    owner.setDefault(sparseStep, ChoiceParams.title(SparseStep.DENSE));
  }
}
