package org.sparkradam.train.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The area under the ROC curve by the rank sum of the positives, ties at their middle rank. */
final class ExactAuc {
  private ExactAuc() {}

  static double of(double[] scores, double[] labels) {
    Integer[] order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> scores[i]))
            .toArray(Integer[]::new);
    double rankSum = 0;
    for (int from = 0, to = 0; from < order.length; from = to) {
      while (to < order.length && scores[order[to]] == scores[order[from]]) {
        to++;
      }
      double middle = (from + 1 + to) / 2.0;
      for (int i = from; i < to; i++) {
        rankSum += labels[order[i]] * middle;
      }
    }
    double positives = Arrays.stream(labels).sum();
    double negatives = labels.length - positives;
    return (rankSum - positives * (positives + 1) / 2) / (positives * negatives);
  }
}
