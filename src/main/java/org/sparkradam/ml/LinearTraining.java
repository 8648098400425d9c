package org.sparkradam.ml;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.sparkradam.loss.CoefficientOrder;
import org.sparkradam.loss.MarginLoss;
import org.sparkradam.loss.Scoring;
import org.sparkradam.loss.Term;
import org.sparkradam.loss.centring.LinearCentring;
import org.sparkradam.ml.internal.fit.FitBlocks;
import org.sparkradam.ml.internal.moments.FeatureMoments;
import org.sparkradam.ml.internal.param.ParamValue;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Penalty;
import org.sparkradam.train.CentredStepper;
import org.sparkradam.train.WeightStepper;

/**
 * Trains a linear model on scaled features, and gives it for raw ones. With an intercept, features
 * are centred as well, virtually.
 */
final class LinearTraining {
  private final MiniBatchStage stage;
  private final TrainingRows rows;
  private final Objective objective;
  private final FeatureMoments moments;
  private final Term intercept;
  private final LinearDefaults defaults;
  private final double[] scale;

  /**
   * @param stage with the params of a linear objective
   */
  LinearTraining(MiniBatchStage stage, TrainingRows rows, Objective objective) {
    this.stage = stage;
    this.rows = rows;
    this.objective = objective;
    this.moments = rows.facts().featureMoments();
    boolean fitted = ParamValue.of(stage, stage.stageParams().objective.fitIntercept);
    this.intercept = fitted ? Term.FITTED : Term.ABSENT;
    boolean penalised = objective.l1() > 0 || objective.l2() > 0;
    this.defaults = new LinearDefaults(stage, moments, rows.facts().training().rows(), penalised);
    this.scale = FullBatchSolver.isChosen(stage) ? moments.scale() : defaults.scale();
  }

  /**
   * @param model makes the model of its weights
   */
  <M> PlannedFit<M> plan(Function<Weights, M> model) {
    return new PlannedFit.OnBlocks<>(
        new TrainingRows.Scaled(rows, scale, objective.labelScale()),
        blocks -> task(blocks, model));
  }

  private <M> FitTask<M> task(FitBlocks blocks, Function<Weights, M> model) {
    CoefficientOrder order = CoefficientOrder.of(blocks.training().layout());
    Scoring loss = order.loss(objective.loss(), moments.size(), intercept);
    Penalty penalty = penalty(loss.weightCount(), order);
    double[] start = order.of(start(loss.weightCount()), outputs(), moments.size());
    FitPlan plan =
        FullBatchSolver.isChosen(stage)
            ? FullBatchSolver.plan(stage, blocks.training().rows())
            : defaults.plan(scale, loss.weightCount());
    return new FitTask<>(
        stage,
        plan,
        List.of(objective.loss(), intercept),
        loss,
        penalty,
        start,
        method(plan, loss, penalty, start, centring(order)),
        weights -> model.apply(raw(order.byOutput(weights, outputs(), moments.size()))));
  }

  private FitTask.Method method(
      FitPlan plan,
      Scoring loss,
      Penalty penalty,
      double[] start,
      Optional<LinearCentring> centring) {
    if (FullBatchSolver.isChosen(stage)) {
      return new FitTask.Iterations(centring, FullBatchSolver.settings(stage, plan.steps(), loss));
    }
    Optimizer optimizer = StageOptimizer.of(stage, plan, penalty, loss);
    return new FitTask.Steps(() -> stepper(optimizer, centring, start));
  }

  private WeightStepper stepper(
      Optimizer optimizer, Optional<LinearCentring> centring, double[] start) {
    WeightStepper stepper = SparseStep.of(stage).stepper(optimizer, start.length);
    return centring
        .<WeightStepper>map(c -> new CentredStepper(stepper, c, c.toCentred(start)))
        .orElse(stepper);
  }

  /** None without an intercept, or where no feature is centred. */
  private Optional<LinearCentring> centring(CoefficientOrder order) {
    return Optional.of(new LinearCentring(defaults.means(scale), outputs(), order))
        .filter(centring -> intercept == Term.FITTED && centring.movesAny());
  }

  /** On the blocks' features, output after output. */
  private double[] start(int size) {
    Start raw = objective.start();
    double[] start = new double[size];
    for (int i = 0; i < raw.coefficients().length; i++) {
      double factor = scale[i % moments.size()];
      start[i] = factor > 0 ? raw.coefficients()[i] / (factor * objective.labelScale()) : 0;
    }
    for (int k = 0; intercept == Term.FITTED && k < outputs(); k++) {
      start[coefficients() + k] =
          (raw.intercepts()[k] + ofConstants(raw, k)) / objective.labelScale();
    }
    System.arraycopy(
        raw.ofLoss(), 0, start, size - objective.loss().parameters(), raw.ofLoss().length);
    return start;
  }

  /**
   * On w·s, w being the coefficient of a feature scaled by s; or, if standardised, on w·s·σ, that
   * of the feature scaled by 1/σ.
   */
  private Penalty penalty(int size, CoefficientOrder order) {
    double[] ones = new double[size];
    Arrays.fill(ones, 0, coefficients(), 1);
    if (objective.l1() == 0 && objective.l2() == 0) {
      return Penalty.none().withFactors(ones);
    }
    boolean standardized = ParamValue.of(stage, stage.stageParams().objective.standardization);
    double[] factors = new double[size];
    for (int i = 0; i < coefficients(); i++) {
      int feature = i % moments.size();
      factors[i] = scale[feature] * (standardized ? moments.deviations()[feature] : 1);
    }
    factors = order.of(factors, outputs(), moments.size());
    double[] squares = Arrays.stream(factors).map(factor -> factor * factor).toArray();
    return Penalty.none()
        .withL1(objective.l1())
        .withL2(objective.l2())
        .withFactors(factors, squares, ones);
  }

  /** What features that do not vary in this table add to a margin of the model it starts from. */
  private double ofConstants(Start raw, int output) {
    double sum = 0;
    for (int j = 0; j < moments.size() && raw.coefficients().length > 0; j++) {
      if (scale[j] == 0) {
        sum += raw.coefficients()[output * moments.size() + j] * moments.means()[j];
      }
    }
    return sum;
  }

  /** A coefficient of which this table says nothing stays what it was. */
  private double kept(Start raw, int i) {
    boolean known = raw.coefficients().length > 0 && intercept == Term.FITTED;
    return known && scale[i % moments.size()] == 0 ? raw.coefficients()[i] : 0;
  }

  private Weights raw(double[] weights) {
    int end = coefficients();
    int ownFrom = weights.length - objective.loss().parameters();
    double unit = objective.labelScale();
    return new Weights(
        IntStream.range(0, end)
            .mapToDouble(
                i -> weights[i] * scale[i % moments.size()] * unit + kept(objective.start(), i))
            .toArray(),
        IntStream.range(0, outputs())
            .mapToDouble(
                k ->
                    intercept == Term.FITTED
                        ? weights[end + k] * unit - ofConstants(objective.start(), k)
                        : 0)
            .toArray(),
        Arrays.copyOfRange(weights, ownFrom, weights.length));
  }

  private int coefficients() {
    return outputs() * moments.size();
  }

  private int outputs() {
    return objective.loss().outputs();
  }

  /**
   * A linear model to be trained, in the units of its standardised rows.
   *
   * @param loss of a row's margins
   * @param labelScale what labels are divided by
   * @param start in the units of the raw rows
   * @param l1 strength of Σ|w| in the objective
   * @param l2 strength of Σw²/2
   */
  record Objective(MarginLoss loss, double labelScale, Start start, double l1, double l2) {}

  /**
   * What training of a linear model starts from, in the units of the raw rows.
   *
   * @param coefficients outputs × features, output after output; empty if all are 0
   * @param intercepts one an output
   * @param ofLoss the loss's own weights, in the units of the standardised rows; empty if all are 0
   */
  record Start(double[] coefficients, double[] intercepts, double[] ofLoss) {
    /** A model that knows nothing of the features. */
    static Start prior(double... intercepts) {
      return new Start(new double[0], intercepts, new double[0]);
    }
  }

  /**
   * A trained linear model, in the units of the raw rows.
   *
   * @param coefficients outputs × features, output after output
   * @param intercepts one an output, 0 where none is fitted
   * @param ofLoss the loss's own weights, in the units of the standardised rows
   */
  record Weights(double[] coefficients, double[] intercepts, double[] ofLoss) {}
}
