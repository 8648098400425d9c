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
        Sgd.defaults().withMomentum(0.9).withNesterov(true));
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
