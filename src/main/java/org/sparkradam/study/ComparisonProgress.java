package org.sparkradam.study;

/** Told of every step; shows a person how far a comparison is. */
@FunctionalInterface
public interface ComparisonProgress {
  /**
   * @param step gradients that the trial has consumed, 0 when it begins
   */
  void step(Trial trial, long step);
}
