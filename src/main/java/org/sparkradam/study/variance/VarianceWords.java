package org.sparkradam.study.variance;

import static org.sparkradam.report.text.ReadableNumber.fixed;
import static org.sparkradam.report.text.ReadableNumber.significant;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What a simulation says, in sentences. */
final class VarianceWords {
  /** Where the two sample sizes are furthest apart with the usual β2. */
  private static final List<Integer> TOLD = List.of(1000, 2000);

  private final SimulationResult result;
  private final FormulaMisses sma;
  private final FormulaMisses kish;

  VarianceWords(SimulationResult result) {
    this.result = result;
    this.sma = FormulaMisses.of(result.zeroMean(), point -> point.predicted().exactSma());
    this.kish = FormulaMisses.of(result.zeroMean(), point -> point.predicted().exactKish());
  }

  /** Whether the rectifier does what it is for. */
  String evenness() {
    MeanSummary zero = MeanSummary.of(result).get(0);
    return String.format(
        Locale.ROOT,
        "Around μ = 0 the variance of l_t falls from %s at t = %d to %s at t = %,d, %s times;"
            + " that of r_t·l_t stays between %s and %s, which is %.1f times.",
        significant(zero.first().simulated().variance()),
        zero.first().step(),
        significant(zero.last().simulated().variance()),
        zero.last().step(),
        significant(Math.rint(zero.fall())),
        significant(zero.rectified().getMin()),
        significant(zero.rectified().getMax()),
        zero.rectified().getMax() / zero.rectified().getMin());
  }

  /** Whether the formula that it is made of is right. */
  String formula() {
    return ("The formula for r_t is rough: its first order is %s times too large at ρ = 5 and within"
            + " 1 %% only from ρ = %s, and even the exact variance at ρ_t misses the simulation by"
            + " more than 5 standard errors %s, at the Kish size %s.")
        .formatted(
            significant(Approximation.at(5).ratio()),
            significant(Approximation.closeFrom(0.01)),
            sma.where(),
            kish.where());
  }

  /** Where the formulas miss the exponential average. */
  String predictions() {
    String told =
        result.zeroMean().stream()
            .filter(point -> TOLD.contains(point.step()))
            .map(VarianceWords::told)
            .collect(Collectors.joining());
    return "An exponential average of t gradients varies as a plain one of fewer does; how many is"
        + " what ρ_t and the Kish size ρ∞(1-β2^t)/(1+β2^t) guess. "
        + told
        + "Largest deviation of the exact variance over all steps: %s standard errors at ρ_t, %s at the Kish size."
            .formatted(significant(sma.largest()), significant(kish.largest()));
  }

  private static String told(StepVariance point) {
    VarianceEstimate simulated = point.simulated();
    PredictedVariance predicted = point.predicted();
    return String.format(
        Locale.ROOT,
        "At t = %,d the simulation has %s ± %s (standard error); the exact variance at ρ_t is"
            + " %s, %s standard errors off%s; at the Kish size it is %s, %s off. ",
        point.step(),
        significant(simulated.variance()),
        significant(simulated.standardError()),
        significant(predicted.exactSma()),
        off(simulated, predicted.exactSma()),
        simulated.isFarFrom(predicted.exactSma()) ? ", a miss" : "",
        significant(predicted.exactKish()),
        off(simulated, predicted.exactKish()));
  }

  private static String off(VarianceEstimate simulated, double predicted) {
    return fixed("%+.1f", simulated.deviation(predicted));
  }

  /** Whether the exact formula is right for what it is about. */
  String independent() {
    FormulaMisses exact = FormulaMisses.of(result.independent(), StepVariance::exactIndependent);
    return ("1/√ of the plain mean of ρ squared gradients, for which the exact variance is meant: it"
            + " misses the simulation by more than 5 standard errors %s; the largest deviation is"
            + " %s.")
        .formatted(exact.where(), significant(exact.largest()));
  }

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
          banded.stream()
              .mapToDouble(point -> deviation(point, prediction))
              .max()
              .orElse(Double.NaN);
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
}
