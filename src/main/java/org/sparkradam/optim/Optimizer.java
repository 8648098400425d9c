package org.sparkradam.optim;

import java.io.Serializable;

/**
 * An update rule with what composes around it. A step clips the data gradient, adds λθ, lets the
 * rule move the weights after their decoupled decay, and ends with the proximal step of L1.
 *
 * <p>Immutable and thread-safe; states and weights are the caller's and are not.
 *
 * @param rule how gradients become steps
 * @param learningRate the base rate α, above 0 and finite
 * @param schedule what multiplies α at each step; constant by default
 * @param clip the bound on the data gradient; none by default
 * @param penalty L1, L2 and weight decay; none by default
 * @param segments of the weights, for rules that ask for them; all in one by default
 */
public record Optimizer(
    UpdateRule rule,
    double learningRate,
    LearningRateSchedule schedule,
    GradientClip clip,
    Penalty penalty,
    Segments segments)
    implements Serializable {
  /**
   * @param rule how gradients become steps
   * @param learningRate the base rate α, above 0 and finite
   * @param schedule what multiplies α at each step; constant by default
   * @param clip the bound on the data gradient; none by default
   * @param penalty L1, L2 and weight decay; none by default
   * @param segments of the weights, for rules that ask for them; all in one by default
   * @throws IllegalArgumentException if the learning rate is out of range, a part is null, or the
   *     rule cannot be composed with the penalty
   */
  public Optimizer {
    Require.notNull("rule", rule);
    Require.positive("learningRate", learningRate);
    Require.notNull("schedule", schedule);
    Require.notNull("clip", clip);
    Require.notNull("penalty", penalty);
    Require.notNull("segments", segments);
    rule.requireSuits(penalty);
  }

  /**
   * With all weights in one segment.
   *
   * @param rule how gradients become steps
   * @param learningRate the base rate α, above 0 and finite
   * @param schedule what multiplies α at each step; constant by default
   * @param clip the bound on the data gradient; none by default
   * @param penalty L1, L2 and weight decay; none by default
   */
  public Optimizer(
      UpdateRule rule,
      double learningRate,
      LearningRateSchedule schedule,
      GradientClip clip,
      Penalty penalty) {
    this(rule, learningRate, schedule, clip, penalty, Segments.whole());
  }

  /**
   * {@return a rule at a constant rate, with no clipping and no penalty}
   *
   * @param rule how gradients become steps
   * @param learningRate the base rate α, above 0 and finite
   */
  public static Optimizer of(UpdateRule rule, double learningRate) {
    return new Optimizer(
        rule, learningRate, Schedules.constant(), GradientClip.none(), Penalty.none());
  }

  /**
   * {@return the same with another rule}
   *
   * @param value one that suits the penalty
   */
  public Optimizer withRule(UpdateRule value) {
    return new Optimizer(value, learningRate, schedule, clip, penalty, segments);
  }

  /**
   * {@return the same with another base rate α}
   *
   * @param value above 0 and finite
   */
  public Optimizer withLearningRate(double value) {
    return new Optimizer(rule, value, schedule, clip, penalty, segments);
  }

  /**
   * {@return the same with another schedule}
   *
   * @param value not null
   */
  public Optimizer withSchedule(LearningRateSchedule value) {
    return new Optimizer(rule, learningRate, value, clip, penalty, segments);
  }

  /**
   * {@return the same with another bound on the data gradient}
   *
   * @param value not null
   */
  public Optimizer withClip(GradientClip value) {
    return new Optimizer(rule, learningRate, schedule, value, penalty, segments);
  }

  /**
   * {@return the same with another penalty}
   *
   * @param value one that suits the rule
   */
  public Optimizer withPenalty(Penalty value) {
    return new Optimizer(rule, learningRate, schedule, clip, value, segments);
  }

  /**
   * {@return the same with other segments}
   *
   * @param value of as many weights as will step
   */
  public Optimizer withSegments(Segments value) {
    return new Optimizer(rule, learningRate, schedule, clip, penalty, value);
  }

  /**
   * {@return a fresh state, which the caller owns}
   *
   * @param size the number of weights, at least 0
   * @throws IllegalArgumentException if factors or segments are of another number of weights
   */
  public RuleState start(int size) {
    penalty.requireSize(size);
    segments.requireSize(size);
    return rule.start(size);
  }

  /**
   * {@return α_t, the rate of one step, at least 0 and finite}
   *
   * @param t the gradients consumed with this one, from 1
   * @throws IllegalArgumentException if the schedule's factor is negative or not finite
   */
  public double rate(long t) {
    return learningRate * Require.nonNegative("schedule's factor at step " + t, schedule.factor(t));
  }

  /**
   * Consumes one mean gradient, see {@link #step(RuleState, double[], double[], double)}.
   *
   * @param state the rule's, advanced by one step
   * @param weights one a coordinate, changed in place
   * @param gradient the mean data gradient at these weights; only read
   * @return whether the weights moved and are finite, and their penalty
   */
  public StepOutcome step(RuleState state, double[] weights, double[] gradient) {
    return step(state, weights, gradient, 1);
  }

  /**
   * Consumes one gradient and moves the weights, in place, in one pass over memory, by several
   * threads where there are many weights; their number changes no bit.
   *
   * @param state the rule's, advanced by one step
   * @param weights one a coordinate, changed in place
   * @param gradientSum the data gradient at these weights, summed over rows; only read
   * @param rowWeight what makes a mean of the sum, above 0 and finite
   * @return whether the weights moved and are finite, and their penalty
   * @throws IllegalArgumentException if sizes differ, the weight of the rows is out of range, the
   *     state is another rule's, or the schedule gives no rate; nothing has changed then
   */
  public StepOutcome step(
      RuleState state, double[] weights, double[] gradientSum, double rowWeight) {
    penalty.requireSize(weights.length);
    state.requireSizes(weights.length, gradientSum.length);
    MeanGradient mean = MeanGradient.of(clip, gradientSum, rowWeight);
    double[][] states = state.requireOf(rule).arrays(rule.stateNames());
    double rate = rate(state.steps() + 1);
    segments.requireSize(weights.length);
    RuleStep step = rule.begin(state, rate);
    Coordinates.All all = new Coordinates.All(gradientSum, weights, states);
    if (step instanceof SegmentStep measured) {
      return new SegmentPass(measured, rate, mean, penalty).over(all, segments);
    }
    return penalty.isNone() && !step.decays()
        ? new PlainPass(step, rate, new StepArrays(gradientSum, mean, weights, states, null)).run()
        : new BlockPass(step, rate, mean, penalty).over(all);
  }

  /**
   * {@return what {@link UpdateRule#evaluated} gives: the weights to evaluate and to keep}
   *
   * @param state the rule's
   * @param weights those that step; only read
   */
  public double[] evaluated(RuleState state, double[] weights) {
    return rule.evaluated(state, weights);
  }

  /**
   * Consumes the gradient of the few weights that a minibatch has touched, as PyTorch's {@code
   * SparseAdam} and TensorFlow's {@code LazyAdam} do: these weights and what the rule remembers of
   * them go the way that {@link #step(RuleState, double[], double[], double)} takes them, by the
   * same t and the same scalars; all others stay what they are, in no time. Clipping sees the same
   * gradient, since where nothing was touched it is 0. Not every rule can do it.
   *
   * <p>It is not the same optimizer: moments of a weight that is not touched do not fade, and its
   * momentum does not move it.
   *
   * @param state the rule's, advanced by one step
   * @param weights all of them; those touched are changed in place
   * @param touched which, ascending, each once; none is allowed
   * @param gradientOfTouched of each the data gradient, summed over rows; only read
   * @param rowWeight what makes a mean of the sum, above 0 and finite
   * @return what it came to, of the touched weights alone
   * @throws IllegalArgumentException if {@link #requireStepsOfTouched} refuses, sizes differ, the
   *     touched ones do not ascend within the weights, the weight of the rows is out of range, the
   *     state is another rule's, or the schedule gives no rate; nothing has changed then
   */
  public StepOutcome stepTouched(
      RuleState state,
      double[] weights,
      int[] touched,
      double[] gradientOfTouched,
      double rowWeight) {
    requireStepsOfTouched();
    state.requireSizes(weights.length, weights.length);
    double[][] states = state.requireOf(rule).arrays(rule.stateNames());
    Coordinates.Touched coordinates =
        new Coordinates.Touched(touched, gradientOfTouched, weights, states);
    coordinates.check();
    MeanGradient mean = MeanGradient.of(clip, gradientOfTouched, rowWeight);
    double rate = rate(state.steps() + 1);
    return new BlockPass(rule.begin(state, rate), rate, mean, penalty).over(coordinates);
  }

  /**
   * Refuses what moves weights that no row has touched, or would have to catch up with them later.
   *
   * @throws IllegalArgumentException if there is an L1 or L2 penalty or weight decay, which it
   *     names, or the rule has to see all weights
   */
  public void requireStepsOfTouched() {
    Coordinates.Touched.requireSuit(rule, penalty);
  }
}
