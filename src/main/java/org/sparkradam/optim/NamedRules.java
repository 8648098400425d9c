package org.sparkradam.optim;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one table of update rules by name: what stages, comparisons, launchers and docs know of them
 * comes from here. To add a rule, add its class and its row.
 */
public final class NamedRules {
  /** β1 in [0, 1), of all but sgd; .9 by default. */
  public static final RuleSetting<Double> BETA1 =
      RuleSetting.number("beta1", 0.9, Require::decay, "decay of the first moment, in [0, 1)");

  /** β2 in [0, 1), of all but sgd; .999 by default. */
  public static final RuleSetting<Double> BETA2 =
      RuleSetting.number("beta2", 0.999, Require::decay, "decay of the second moment, in [0, 1)");

  /** ε above 0, of all but sgd; 1e-8 by default, of some rules another. */
  public static final RuleSetting<Double> EPSILON =
      RuleSetting.number(
          "adamEpsilon", 1e-8, Require::positive, "beside the second moment's root (> 0)");

  /** Where ε stands, of radam and adam's kind; corrected by default, raw of radam. */
  public static final RuleSetting<EpsilonPlacement> EPSILON_PLACEMENT =
      RuleSetting.choice("epsilonPlacement", EpsilonPlacement.CORRECTED, "where epsilon stands");

  /** The ρ above which radam rectifies; 4 by default, as in the paper (PyTorch has 5). */
  public static final RuleSetting<Double> RHO_THRESHOLD =
      RuleSetting.number(
          "rhoThreshold",
          RAdam.defaults().rhoThreshold(),
          (name, value) -> Require.atLeast(name, value, 2),
          "length of the moving average above which radam rectifies (>= 4; with the exact variance"
              + " model >= 2)");

  /** The variance that radam rectifies by; first-order by default, as in the paper. */
  public static final RuleSetting<VarianceModel> VARIANCE_MODEL =
      RuleSetting.choice("varianceModel", VarianceModel.FIRST_ORDER, "what radam rectifies by");

  /** What radam does below its threshold; momentum by default, as in the paper. */
  public static final RuleSetting<BelowThreshold> BELOW_THRESHOLD =
      RuleSetting.choice(
          "belowThreshold", BelowThreshold.MOMENTUM, "what radam does below its threshold");

  /** μ of sgd in [0, 1); 0 by default. */
  public static final RuleSetting<Double> MOMENTUM =
      RuleSetting.number("momentum", 0, Require::decay, "of sgd, in [0, 1)");

  /** Whether sgd looks ahead, which needs a momentum; false by default. */
  public static final RuleSetting<Boolean> NESTEROV =
      RuleSetting.flag("nesterov", "whether sgd looks ahead; needs a momentum > 0");

  /** ψ of nadam, at least 0; .004 by default, as in PyTorch. */
  public static final RuleSetting<Double> MOMENTUM_DECAY =
      RuleSetting.number(
          "momentumDecay",
          NAdam.defaults().momentumDecay(),
          Require::nonNegative,
          "how fast nadam's momentum comes to beta1 (>= 0)");

  /** Of all rules, where it is no other value of their own. */
  public static final RuleSetting<Double> WEIGHT_DECAY =
      RuleSetting.number(
          "weightDecay",
          0,
          Require::nonNegative,
          "decoupled weight decay, no part of the objective (>= 0)");

  /** Of all rules; none unless given. */
  public static final RuleSetting<Double> GRADIENT_CLIP =
      RuleSetting.number(
          "gradientClip",
          Double.POSITIVE_INFINITY,
          Require::positive,
          "largest Euclidean norm of a data gradient (> 0)");

  /** Of all rules; none unless given. */
  public static final RuleSetting<Long> SCALE_RATE_FROM =
      RuleSetting.count(
          "scaleRateFrom",
          0,
          "batchSize that stepSize was found with: the rate is multiplied by the root of batchSize"
              + " over this (>= 1)");

  /** Of comparisons: no stage has it. */
  public static final RuleSetting<Long> PRECONDITIONING_STEPS =
      RuleSetting.count(
          "preconditioningSteps", 0, "first gradients, which only the second moment sees (>= 0)");

  private static final List<NamedRule> RULES =
      List.of(
          NamedRule.adaptive(
              "radam",
              "Adam, its rate rectified by the variance that few gradients leave it",
              values ->
                  new RAdam(
                      values.of(BETA1),
                      values.of(BETA2),
                      values.of(EPSILON),
                      values.of(EPSILON_PLACEMENT),
                      values.of(RHO_THRESHOLD),
                      values.of(VARIANCE_MODEL),
                      values.of(BELOW_THRESHOLD)),
              BETA1,
              BETA2,
              EPSILON,
              EPSILON_PLACEMENT.or(EpsilonPlacement.RAW),
              RHO_THRESHOLD,
              VARIANCE_MODEL,
              BELOW_THRESHOLD),
          NamedRule.adaptive(
              "adam",
              "first moment over the root of the second",
              NamedRules::adam,
              BETA1,
              BETA2,
              EPSILON,
              EPSILON_PLACEMENT,
              PRECONDITIONING_STEPS),
          NamedRule.adaptive(
                  "adamw",
                  "Adam with decoupled weight decay",
                  NamedRules::adam,
                  BETA1,
                  BETA2,
                  EPSILON,
                  EPSILON_PLACEMENT)
              .withWeightDecay(0.01),
          NamedRule.adaptive(
                  "sgd",
                  "the gradient itself, or with momentum its running sum",
                  values -> new Sgd(values.of(MOMENTUM), values.of(NESTEROV)),
                  MOMENTUM,
                  NESTEROV)
              .withoutSecondMoment(),
          NamedRule.adaptive(
              "nadam",
              "Adam with Nesterov's momentum",
              values ->
                  new NAdam(
                      values.of(BETA1),
                      values.of(BETA2),
                      values.of(EPSILON),
                      values.of(MOMENTUM_DECAY)),
              BETA1,
              BETA2,
              EPSILON,
              MOMENTUM_DECAY),
          NamedRule.adaptive(
              "lamb",
              "Adam, each layer's step as long as its weights, for large minibatches",
              values -> new Lamb(values.of(BETA1), values.of(BETA2), values.of(EPSILON)),
              BETA1,
              BETA2,
              EPSILON.or(1e-6)),
          NamedRule.adaptive(
              "adabelief",
              "Adam whose second moment is that of the gradient's surprise",
              values -> {
                double epsilon = values.of(EPSILON);
                return new AdaBelief(values.of(BETA1), values.of(BETA2), epsilon, epsilon);
              },
              BETA1,
              BETA2,
              EPSILON.or(1e-16)),
          NamedRule.adaptive(
                  "radam-schedule-free",
                  "RAdam that averages its weights in place of a schedule",
                  values ->
                      new ScheduleFreeRAdam(
                          values.of(BETA1), values.of(BETA2), values.of(EPSILON), 0),
                  BETA1,
                  BETA2,
                  EPSILON)
              .withoutSchedule());

  private static final List<NamedRule> OF_COMPARISONS =
      List.of(
          NamedRule.adaptive(
              "adam-2k",
              "Adam whose first 2000 gradients only the second moment sees (the paper's section 3)",
              NamedRules::adam,
              BETA1,
              BETA2,
              EPSILON,
              EPSILON_PLACEMENT,
              PRECONDITIONING_STEPS.or(2000L)),
          NamedRule.adaptive(
              "adam-eps",
              "Adam with epsilon 1e-4 (the paper's section 3)",
              NamedRules::adam,
              BETA1,
              BETA2,
              EPSILON.or(1e-4),
              EPSILON_PLACEMENT));

  private NamedRules() {}

  /**
   * Those that a stage may train with; the first is the default.
   *
   * @return their rows, in the order of the docs
   */
  public static List<NamedRule> ofStages() {
    return RULES;
  }

  /**
   * All, with those that are of interest beside others only.
   *
   * @return all rows
   */
  public static List<NamedRule> all() {
    return Stream.concat(RULES.stream(), OF_COMPARISONS.stream()).toList();
  }

  /**
   * The rule of a name among {@link #all}, if there is one.
   *
   * @param name as users write it
   * @return its row; empty where there is none
   */
  public static Optional<NamedRule> find(String name) {
    return all().stream().filter(rule -> rule.name().equals(name)).findFirst();
  }

  private static Adam adam(RuleSetting.Values values) {
    return new Adam(
        values.of(BETA1),
        values.of(BETA2),
        values.of(EPSILON),
        values.of(EPSILON_PLACEMENT),
        values.of(PRECONDITIONING_STEPS));
  }
}
