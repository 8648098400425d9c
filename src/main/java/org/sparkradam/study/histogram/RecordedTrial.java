package org.sparkradam.study.histogram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.DoubleUnaryOperator;
import org.sparkradam.train.LossHistory;
import org.sparkradam.train.evaluation.Evaluation;

/**
 * A trial with its gradients' histograms.
 *
 * @param solver as the user wrote it
 * @param steps in their order; fewer if it diverged
 * @param training loss and metric of its last weights on all training rows
 * @param test on all test rows
 * @param divergence why it diverged, if it did
 */
record RecordedTrial(
    String solver,
    long seed,
    List<Step> steps,
    Evaluation training,
    Evaluation test,
    Optional<String> divergence) {

  /**
   * What is known of a trial's gradient at one step, which is after {@code step - 1} updates.
   *
   * @param step from 1
   * @param loss mean minibatch loss of the steps since the recorded one before, without penalty
   * @param distance of its histogram to that of step 1, in decades
   * @param shift of the mean of log10 |g| since step 1, in decades; below 0 the gradient is smaller
   */
  record Step(long step, double loss, LogHistogram histogram, double distance, double shift) {

    /**
     * @param unit brings a loss into the label's own unit
     */
    static List<Step> of(
        SortedMap<Long, LogHistogram> histograms, LossHistory losses, DoubleUnaryOperator unit) {
      List<Step> steps = new ArrayList<>();
      int before = 0;
      for (var entry : histograms.entrySet()) {
        LogHistogram first = histograms.get(histograms.firstKey());
        LogHistogram here = entry.getValue();
        int step = Math.toIntExact(entry.getKey());
        steps.add(
            new Step(
                step,
                unit.applyAsDouble(losses.mean(before, step)),
                here,
                here.distance(first),
                here.meanPower() - first.meanPower()));
        before = step;
      }
      return List.copyOf(steps);
    }
  }
}
