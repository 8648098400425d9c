package org.sparkradam.study.variance;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Where a prediction is further than five standard errors from the simulation.
 *
 * @param steps those recorded ones, ascending
 * @param of how many recorded steps have a band
 * @param largest deviation of all in standard errors, without its sign; NaN where none has a band
 */
record FormulaMisses(List<Integer> steps, long of, double largest) {
  static FormulaMisses of(List<StepVariance> curve, ToDoubleFunction<StepVariance> prediction) {
    List<StepVariance> banded = curve.stream().filter(StepVariance::hasBand).toList();
    List<Integer> missed =
        banded.stream()
            .filter(point -> point.simulated().isFarFrom(prediction.applyAsDouble(point)))
            .map(StepVariance::step)
            .toList();
    double largest =
        banded.stream().mapToDouble(point -> deviation(point, prediction)).max().orElse(Double.NaN);
    return new FormulaMisses(missed, banded.size(), largest);
  }

  private static double deviation(StepVariance point, ToDoubleFunction<StepVariance> prediction) {
    return Math.abs(point.simulated().deviation(prediction.applyAsDouble(point)));
  }

  /** In words that follow "misses the simulation by more than 5 standard errors". */
  String where() {
    return steps.isEmpty()
        ? String.format(Locale.ROOT, "at none of %d recorded steps", of)
        : String.format(
            Locale.ROOT,
            "at %d of %d recorded steps (t = %,d to %,d)",
            steps.size(),
            of,
            steps.get(0),
            steps.get(steps.size() - 1));
  }
}
