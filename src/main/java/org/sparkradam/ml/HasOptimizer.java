package org.sparkradam.ml;

import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.sparkradam.ml.internal.param.ParamValue;
import org.sparkradam.optim.NamedRules;
import org.sparkradam.optim.UpdateRule;

/**
 * The update rule of a stage: which one, and its decays and bounds. A rule's names and defaults are
 * those of {@code org.sparkradam.optim}.
 *
 * @param <S> the stage
 */
public interface HasOptimizer<S> extends MiniBatchStage {
  /** See {@link #setSolver}. */
  default Param<String> solver() {
    return stageParams().optimizer.solver;
  }

  /** See {@link #setSolver}. */
  default String getSolver() {
    return ParamValue.of(this, solver());
  }

  /**
   * One of {@link NamedRules#ofStages}, such as {@code radam} (default), {@code adam}, {@code
   * adamw}, {@code sgd}, {@code nadam}, {@code lamb}, {@code adabelief} or {@code
   * radam-schedule-free}; in linear models also {@code lbfgs}, which reads all rows in each of
   * {@code maxIter} iterations (default 100) until the objective falls by less than {@code tol}
   * (default 1e-6) relatively, OWL-QN with an L1 penalty. It takes no params of minibatches and
   * their steps, and no checkpoints.
   */
  default S setSolver(String value) {
    return ParamValue.set(this, solver(), value);
  }

  /** See {@link #setBeta1}. */
  default DoubleParam beta1() {
    return stageParams().optimizer.beta1;
  }

  /** See {@link #setBeta1}. */
  default double getBeta1() {
    return ParamValue.of(this, beta1());
  }

  /**
   * A rule of the user's own, in place of a solver's: its steps are composed with schedule,
   * clipping, penalties and decay as those of the others are. Copies of the stage keep it; a stage
   * that has one cannot be saved. Null: none.
   *
   * @see UpdateRule
   */
  @SuppressWarnings("unchecked") // S is the stage's own class
  default S setUpdateRule(UpdateRule value) {
    stageParams().attachments.setUpdateRule(value);
    return (S) this;
  }

  /** Decay of the first moment, in [0, 1); default 0.9. Not of sgd. */
  default S setBeta1(double value) {
    return ParamValue.set(this, beta1(), value);
  }

  /** See {@link #setBeta2}. */
  default DoubleParam beta2() {
    return stageParams().optimizer.beta2;
  }

  /** See {@link #setBeta2}. */
  default double getBeta2() {
    return ParamValue.of(this, beta2());
  }

  /**
   * Decay of the second moment, in [0, 1); default 0.999. Not of sgd. Where it is not set, linear
   * models of wide tables are trained with less, down to 0.95, see {@link LinearDefaults}.
   */
  default S setBeta2(double value) {
    return ParamValue.set(this, beta2(), value);
  }

  /** See {@link #setAdamEpsilon}. */
  default DoubleParam adamEpsilon() {
    return stageParams().optimizer.adamEpsilon;
  }

  /** See {@link #setAdamEpsilon}. */
  default double getAdamEpsilon() {
    return ParamValue.of(this, adamEpsilon());
  }

  /**
   * ε beside the root of the second moment, above 0; not set: 1e-8, 1e-6 for lamb, 1e-16 for
   * adabelief. Not of sgd.
   */
  default S setAdamEpsilon(double value) {
    return ParamValue.set(this, adamEpsilon(), value);
  }

  /** See {@link #setRhoThreshold}. */
  default DoubleParam rhoThreshold() {
    return stageParams().optimizer.rhoThreshold;
  }

  /** See {@link #setRhoThreshold}. */
  default double getRhoThreshold() {
    return ParamValue.of(this, rhoThreshold());
  }

  /** Length of the moving average above which radam rectifies; default 4. */
  default S setRhoThreshold(double value) {
    return ParamValue.set(this, rhoThreshold(), value);
  }

  /** See {@link #setMomentum}. */
  default DoubleParam momentum() {
    return stageParams().optimizer.momentum;
  }

  /** See {@link #setMomentum}. */
  default double getMomentum() {
    return ParamValue.of(this, momentum());
  }

  /** Of sgd, in [0, 1); default 0. */
  default S setMomentum(double value) {
    return ParamValue.set(this, momentum(), value);
  }

  /** See {@link #setMomentumDecay}. */
  default DoubleParam momentumDecay() {
    return stageParams().optimizer.momentumDecay;
  }

  /** See {@link #setMomentumDecay}. */
  default double getMomentumDecay() {
    return ParamValue.of(this, momentumDecay());
  }

  /** How fast nadam's momentum comes to beta1, at least 0; default 0.004. */
  default S setMomentumDecay(double value) {
    return ParamValue.set(this, momentumDecay(), value);
  }

  /** See {@link #setScaleRateFrom}. */
  default LongParam scaleRateFrom() {
    return stageParams().optimizer.scaleRateFrom;
  }

  /** See {@link #setScaleRateFrom}. */
  default long getScaleRateFrom() {
    return ParamValue.of(this, scaleRateFrom());
  }

  /**
   * The batchSize that stepSize was found with, at least 1: with larger minibatches the rate is
   * multiplied by the root of batchSize over this, as is usual with lamb. Not set: it is not.
   */
  default S setScaleRateFrom(long value) {
    return ParamValue.set(this, scaleRateFrom(), value);
  }

  /** See {@link #setWeightDecay}. */
  default DoubleParam weightDecay() {
    return stageParams().optimizer.weightDecay;
  }

  /** See {@link #setWeightDecay}. */
  default double getWeightDecay() {
    return ParamValue.of(this, weightDecay());
  }

  /**
   * Decoupled weight decay, no part of the objective, at least 0. Not set: 0.01 for adamw, else 0.
   */
  default S setWeightDecay(double value) {
    return ParamValue.set(this, weightDecay(), value);
  }

  /** See {@link #setGradientClip}. */
  default DoubleParam gradientClip() {
    return stageParams().optimizer.gradientClip;
  }

  /** See {@link #setGradientClip}. */
  default double getGradientClip() {
    return ParamValue.of(this, gradientClip());
  }

  /** The largest Euclidean norm of a data gradient, above 0. Not set: none. */
  default S setGradientClip(double value) {
    return ParamValue.set(this, gradientClip(), value);
  }

  /** See {@link #setSparseStep}. */
  default Param<String> sparseStep() {
    return stageParams().optimizer.sparseStep;
  }

  /** See {@link #setSparseStep}. */
  default String getSparseStep() {
    return ParamValue.of(this, sparseStep());
  }

  /**
   * {@code dense} (default): a step moves all weights, as the rule says. {@code lazy}: only those
   * whose gradient in the minibatch is not 0, as PyTorch's {@code SparseAdam} and TensorFlow's
   * {@code LazyAdam} do, with the step's own t and, of radam, r_t. That is another optimizer: the
   * momentum of a feature moves it only where a row has it, and its moments do not fade between.
   * Refused with a penalty or weight decay, which would have to be caught up with.
   */
  default S setSparseStep(String value) {
    return ParamValue.set(this, sparseStep(), value);
  }

  /** See {@link #setNesterov}. */
  default BooleanParam nesterov() {
    return stageParams().optimizer.nesterov;
  }

  /** See {@link #setNesterov}. */
  default boolean getNesterov() {
    return ParamValue.of(this, nesterov());
  }

  /** Whether sgd looks ahead, which needs a momentum above 0; default false. */
  default S setNesterov(boolean value) {
    return ParamValue.set(this, nesterov(), value);
  }
}
