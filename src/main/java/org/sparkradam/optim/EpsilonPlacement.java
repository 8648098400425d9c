package org.sparkradam.optim;

/** Where ε stands in the adaptive rate l_t. */
public enum EpsilonPlacement {
  /** Beside the raw root: l = √(1-β2^t) / (√v + ε). */
  RAW {
    @Override
    double besideRawRoot(double epsilon, double correction) {
      return epsilon;
    }
  },
  /** Beside the bias-corrected root: l = 1 / (√(v / (1-β2^t)) + ε). */
  CORRECTED {
    @Override
    double besideRawRoot(double epsilon, double correction) {
      return epsilon * correction;
    }
  };

  /** The ε that has the same effect beside √v, when l's numerator is correction = √(1-β2^t). */
  abstract double besideRawRoot(double epsilon, double correction);
}
