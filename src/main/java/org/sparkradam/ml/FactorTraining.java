package org.sparkradam.ml;

import java.util.List;
import java.util.function.Function;
import org.sparkradam.loss.FactorCentring;
import org.sparkradam.loss.FactorizationMachine;
import org.sparkradam.loss.Term;
import org.sparkradam.optim.GradientClip;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Penalty;
import org.sparkradam.train.CentredStepper;
import org.sparkradam.train.PenalisedStepper;
import org.sparkradam.train.WeightStepper;

/**
 * Trains a factorization machine on scaled features, and gives it for raw ones. With linear terms
 * and an intercept, numeric features are centred as well, virtually.
 */
final class FactorTraining {
  private final HasFactors<?> stage;
  private final TrainingRows rows;
  private final Term linear;
  private final Term intercept;
  private final FactorScaling scaling;

  FactorTraining(HasFactors<?> stage, TrainingRows rows) {
    this.stage = stage;
    this.rows = rows;
    this.linear = stage.getFitLinear() ? Term.FITTED : Term.ABSENT;
    this.intercept = stage.getFitIntercept() ? Term.FITTED : Term.ABSENT;
    FeatureMoments moments = rows.facts().featureMoments();
    this.scaling = isCentred() ? FactorScaling.centred(moments) : FactorScaling.uncentred(moments);
  }

  /**
   * @param model makes the model of its weights
   * @throws IllegalArgumentException if the weights to go on from do not fit
   */
  <M> PlannedFit<M> plan(FactorProblem problem, Function<FactorWeights, M> model) {
    if (problem.initial() != null) {
      problem.initial().check(stage.getFactorSize(), scaling.scale().length);
    }
    FactorUnits units =
        new FactorUnits(
            scaling.scale(), problem.labelUnit(), stage.getFactorSize(), linear, intercept);
    return new PlannedFit.OnBlocks<>(
        new ScaledRows(rows, scaling.scale(), problem.labelUnit()),
        blocks -> task(problem, units, blocks, model));
  }

  private <M> FitTask<M> task(
      FactorProblem problem,
      FactorUnits units,
      FitBlocks blocks,
      Function<FactorWeights, M> model) {
    FitPlan plan = FitPlan.of(stage, Budget.of(stage, blocks.training().rows()));
    FactorizationMachine loss =
        new FactorizationMachine(
            problem.loss(), scaling.scale().length, stage.getFactorSize(), linear, intercept);
    Penalty penalty = penalty(problem, loss, units);
    double[] start = start(problem, loss, units);
    return new FitTask<>(
        stage,
        plan,
        List.of(problem.loss(), stage.getFactorSize(), linear, intercept),
        loss,
        penalty,
        start,
        new FitTask.Steps(() -> stepper(plan, penalty, start, loss)),
        weights -> model.apply(units.toRaw(weights)));
  }

  /** On the weights of the raw features, as in Spark, the intercept included. */
  private Penalty penalty(FactorProblem problem, FactorizationMachine loss, FactorUnits units) {
    double[] factors = loss.penaltyFactors();
    return Penalty.none()
        .withL2(stage.getRegParam() / problem.lossUnit())
        .withFactors(factors, units.squares(), factors);
  }

  /** Weights on the blocks' features. */
  private double[] start(FactorProblem problem, FactorizationMachine loss, FactorUnits units) {
    if (problem.initial() != null) {
      return units.toScaled(problem.initial());
    }
    long seed = ParamValue.of(stage, stage.stageParams().budget.seed);
    double[] start = loss.initialWeights(seed, stage.getInitStd());
    if (intercept == Term.FITTED) {
      start[start.length - 1] = problem.intercept();
    }
    return isCentred() ? centring().toBlocks(start) : start;
  }

  private WeightStepper stepper(
      FitPlan plan, Penalty penalty, double[] start, FactorizationMachine loss) {
    if (!isCentred()) {
      return stepper(StageOptimizer.of(stage, plan, penalty, loss), start.length);
    }
    Optimizer optimizer = StageOptimizer.of(stage, plan, penalty.withL2(0), loss);
    CentredStepper stepper =
        new CentredStepper(
            stepper(optimizer.withClip(GradientClip.none()), start.length),
            centring(),
            centring().toCentred(start));
    return new PenalisedStepper(stepper, optimizer.clip(), penalty);
  }

  private WeightStepper stepper(Optimizer optimizer, int weights) {
    return SparseStep.of(stage).stepper(optimizer, weights);
  }

  private boolean isCentred() {
    return linear == Term.FITTED && intercept == Term.FITTED;
  }

  private FactorCentring centring() {
    return new FactorCentring(scaling.means(), stage.getFactorSize());
  }
}
