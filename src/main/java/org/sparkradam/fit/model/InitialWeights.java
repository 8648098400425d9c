package org.sparkradam.fit.model;

import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/** Draws where training starts. */
final class InitialWeights {
  private InitialWeights() {}

  /** Normal numbers of that deviation by seed; 0 where {@code isZero}. */
  static double[] normal(int count, double deviation, long seed, IntPredicate isZero) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] weights = new double[count];
    for (int i = 0; i < count; i++) {
      weights[i] = isZero.test(i) ? 0 : deviation * random.nextGaussian();
    }
    return weights;
  }
}
