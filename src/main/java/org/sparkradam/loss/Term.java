package org.sparkradam.loss;

/** Whether a model has a term, such as its intercept, and so weights for it. */
public enum Term {
  FITTED,
  ABSENT;

  /** How many weights the term takes where it takes {@code count} if fitted. */
  int weights(int count) {
    return this == FITTED ? count : 0;
  }
}
