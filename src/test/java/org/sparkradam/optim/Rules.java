package org.sparkradam.optim;

import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Rules of every kind, and gradients for them. */
final class Rules {
  private Rules() {}

  static Stream<UpdateRule> all() {
    return Stream.of(
        RAdam.defaults(),
        RAdam.defaults().withBelowThreshold(BelowThreshold.SKIP),
        RAdam.defaults().withVarianceModel(VarianceModel.EXACT).withRhoThreshold(2),
        RAdam.defaults().withEpsilonPlacement(EpsilonPlacement.CORRECTED).withRhoThreshold(5),
        RAdam.defaults().withBeta1(0).withBeta2(0.9),
        RAdam.defaults().withBeta2(0),
        Adam.defaults(),
        Adam.defaults().withEpsilonPlacement(EpsilonPlacement.RAW),
        Adam.defaults().withBeta1(0).withBeta2(0),
        Adam.defaults().withPreconditioningSteps(7),
        Adam.defaults().withEpsilon(Double.MIN_VALUE),
        Sgd.defaults(),
        Sgd.defaults().withMomentum(0.9),
        Sgd.defaults().withMomentum(0.9).withNesterov(true),
        NAdam.defaults(),
        new NAdam(0.9, 0.999, Double.MIN_VALUE, 0),
        new AdaBelief(0.9, 0.999, Double.MIN_VALUE, 0),
        new Lamb(0.9, 0.999, Double.MIN_VALUE),
        new ScheduleFreeRAdam(0.9, 0.999, Double.MIN_VALUE, 1),
        AdaBelief.defaults(),
        Lamb.defaults(),
        ScheduleFreeRAdam.defaults(),
        new Averaged(RAdam.defaults(), 3),
        Lookahead.around(Lamb.defaults()));
  }

  /** Those that treat every weight by itself. */
  static Stream<UpdateRule> coordinatewise() {
    return all().filter(UpdateRule::mayLeaveOut);
  }

  /** Those that {@link PlainLazyLoop} knows. */
  static Stream<UpdateRule> plain() {
    return all()
        .filter(rule -> rule instanceof RAdam || rule instanceof Adam || rule instanceof Sgd);
  }

  /** The penalty, without L1 where the rule goes without it. */
  static Penalty suited(UpdateRule rule, Penalty penalty) {
    try {
      rule.requireSuits(penalty);
      return penalty;
    } catch (IllegalArgumentException e) {
      return penalty.withL1(0);
    }
  }

  static double[] normal(SplittableRandom random, int size) {
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
    }
    return values;
  }

  static double[] scaled(double[] values, double factor) {
    double[] scaled = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = factor * values[i];
    }
    return scaled;
  }
}
