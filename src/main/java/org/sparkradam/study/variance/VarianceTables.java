package org.sparkradam.study.variance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sparkradam.report.CsvTable;

/** The CSV files of the study; their columns are a contract. */
public final class VarianceTables {
  private static final List<String> VARIANCE =
      List.of(
          "mean",
          "step",
          "variance",
          "standard_error",
          "low",
          "high",
          "rectification",
          "rectified_variance",
          "rectified_standard_error",
          "sma_length",
          "kish_size",
          "first_order_sma",
          "exact_sma",
          "first_order_kish",
          "exact_kish");
  private static final List<String> INDEPENDENT =
      List.of("rho", "variance", "standard_error", "low", "high", "exact");
  private static final List<String> APPROXIMATION = List.of("rho", "exact", "first_order", "ratio");

  private VarianceTables() {}

  /** A row a mean and recorded step; predictions are for mean 0. */
  public static CsvTable variance(SimulationResult result) {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < result.curves().size(); i++) {
      for (StepVariance point : result.curves().get(i)) {
        rows.add(variance(result.spec().means().get(i), point));
      }
    }
    return new CsvTable(VARIANCE, rows);
  }

  private static List<Object> variance(double mean, StepVariance point) {
    VarianceEstimate simulated = point.simulated();
    PredictedVariance predicted = point.predicted();
    return Arrays.asList(
        mean,
        point.step(),
        simulated.variance(),
        simulated.standardError(),
        simulated.low(),
        simulated.high(),
        predicted.rectification(),
        point.rectified().variance(),
        point.rectified().standardError(),
        predicted.smaLength(),
        predicted.kishSize(),
        predicted.firstOrderSma(),
        predicted.exactSma(),
        predicted.firstOrderKish(),
        predicted.exactKish());
  }

  /** A row a number of independent gradients. */
  public static CsvTable independent(SimulationResult result) {
    return new CsvTable(
        INDEPENDENT, result.independent().stream().map(VarianceTables::independent).toList());
  }

  private static List<Object> independent(StepVariance point) {
    VarianceEstimate simulated = point.simulated();
    return Arrays.asList(
        point.step(),
        simulated.variance(),
        simulated.standardError(),
        simulated.low(),
        simulated.high(),
        point.exactIndependent());
  }

  /** A row a ρ. */
  public static CsvTable approximation() {
    return new CsvTable(
        APPROXIMATION, Approximation.all().stream().map(VarianceTables::approximation).toList());
  }

  private static List<Object> approximation(Approximation at) {
    return Arrays.asList(at.rho(), at.exact(), at.firstOrder(), at.ratio());
  }
}
