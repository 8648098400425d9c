package org.sparkradam.study;

/** Told of every step; shows a person how far a comparison is. */
@FunctionalInterface
public interface ComparisonProgress {
  /**
   * @param step gradients that the trial has consumed, 0 when it begins
   */
  void step(Trial trial, long step);

  /** Told of what goes on once the trials are done, a moment before each part of it. */
  default void afterTrials(String what) {}
}
