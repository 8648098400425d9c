package org.sparkradam.study;

/** What trains the trials of a comparison. */
public enum EngineKind {
  /** In lock-step on blocks: {@link org.sparkradam.train.LockstepTraining}. */
  MINIBATCH,
  /** One by one with MLlib's own {@code GradientDescent}. */
  MLLIB
}
