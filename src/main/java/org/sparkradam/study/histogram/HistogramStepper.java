package org.sparkradam.study.histogram;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sparkradam.optim.GradientClip;
import org.sparkradam.optim.StepOutcome;
import org.sparkradam.train.WeightStepper;

/** Looks at the gradients of some steps before another stepper has them. Not thread-safe. */
final class HistogramStepper implements WeightStepper {
  private final WeightStepper stepper;
  private final Set<Long> plan;
  private final SortedMap<Long, LogHistogram> histograms = new TreeMap<>();
  private long steps;

  /**
   * @param plan steps to look at, from 1
   */
  HistogramStepper(WeightStepper stepper, Set<Long> plan) {
    this.stepper = stepper;
    this.plan = plan;
  }

  @Override
  public StepOutcome step(double[] weights, double[] gradientSum, double rowWeight) {
    steps++;
    if (!plan.contains(steps)) {
      return stepper.step(weights, gradientSum, rowWeight);
    }
    GradientClip.none().toMean(gradientSum, rowWeight);
    histograms.put(steps, LogHistogram.of(gradientSum));
    return stepper.step(weights, gradientSum, 1);
  }

  /** What it has seen, by step. */
  SortedMap<Long, LogHistogram> histograms() {
    return histograms;
  }
}
