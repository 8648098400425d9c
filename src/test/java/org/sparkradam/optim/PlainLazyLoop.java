package org.sparkradam.optim;

/**
 * The rules in the textbooks' words, one weight after the other, of which only those that a step
 * touches remember and move.
 */
final class PlainLazyLoop {
  private final UpdateRule rule;
  private final double[] weights;
  private final double[] m;
  private final double[] v;

  /** One in which nothing has been touched yet. */
  PlainLazyLoop(UpdateRule rule, double[] weights) {
    this.rule = rule;
    this.weights = weights;
    this.m = new double[weights.length];
    this.v = new double[weights.length];
  }

  double[] weights() {
    return weights;
  }

  void step(long t, double rate, int[] touched, double[] gradientSum, double rowWeight) {
    for (int j = 0; j < touched.length; j++) {
      step(touched[j], t, rate, gradientSum[j] / rowWeight);
    }
  }

  private void step(int i, long t, double rate, double g) {
    if (rule instanceof RAdam radam) {
      radam(radam, i, t, rate, g);
    } else if (rule instanceof Adam adam) {
      adam(adam, i, t, rate, g);
    } else if (rule instanceof Sgd sgd) {
      m[i] = sgd.momentum() * m[i] + g;
      weights[i] -= rate * (sgd.nesterov() ? g + sgd.momentum() * m[i] : m[i]);
    }
  }

  private void radam(RAdam rule, int i, long t, double rate, double g) {
    m[i] = rule.beta1() * m[i] + (1 - rule.beta1()) * g;
    v[i] = rule.beta2() * v[i] + (1 - rule.beta2()) * g * g;
    double mean = m[i] / (1 - Math.pow(rule.beta1(), t));
    double decayed = Math.pow(rule.beta2(), t);
    double rho = 2 / (1 - rule.beta2()) - 1 - 2 * t * decayed / (1 - decayed);
    if (rho > rule.rhoThreshold()) {
      double r = AdaptiveRateVariance.rectification(rule.beta2(), t, rule.varianceModel());
      weights[i] -=
          rate * r * mean * adaptive(v[i], 1 - decayed, rule.epsilon(), rule.epsilonPlacement());
    } else if (rule.belowThreshold() == BelowThreshold.MOMENTUM) {
      weights[i] -= rate * mean;
    }
  }

  private void adam(Adam rule, int i, long t, double rate, double g) {
    v[i] = rule.beta2() * v[i] + (1 - rule.beta2()) * g * g;
    if (t > rule.preconditioningSteps()) {
      m[i] = rule.beta1() * m[i] + (1 - rule.beta1()) * g;
      double mean = m[i] / (1 - Math.pow(rule.beta1(), t - rule.preconditioningSteps()));
      double correction = 1 - Math.pow(rule.beta2(), t);
      weights[i] -=
          rate * mean * adaptive(v[i], correction, rule.epsilon(), rule.epsilonPlacement());
    }
  }

  private static double adaptive(
      double v, double correction, double epsilon, EpsilonPlacement placement) {
    return switch (placement) {
      case RAW -> Math.sqrt(correction) / (Math.sqrt(v) + epsilon);
      case CORRECTED -> 1 / (Math.sqrt(v / correction) + epsilon);
    };
  }
}
