package org.sparkradam.study.variance;

import static org.sparkradam.report.text.ReadableNumber.fixed;
import static org.sparkradam.report.text.ReadableNumber.significant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.sparkradam.report.Cell;
import org.sparkradam.report.Column;
import org.sparkradam.report.Columns;
import org.sparkradam.report.CsvTable;
import org.sparkradam.report.HtmlTable;

/**
 * The tables of the study. Files have every row, and their columns are a contract; the page has
 * some.
 */
record VarianceTables(SimulationResult result) {
  private static final Set<Integer> STEPS =
      Set.of(10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 100_000);
  private static final Set<Double> RHOS =
      Set.of(4.1, 4.5, 5.0, 6.0, 8.0, 10.0, 20.0, 50.0, 100.0, 250.0, 500.0, 1000.0);

  private static final Columns<Approximation> APPROXIMATION =
      Columns.of(
          Column.of(Approximation::rho).csv("rho").page("ρ"),
          Column.of(Approximation::exact).csv("exact").page("exact"),
          Column.of(Approximation::firstOrder).csv("first_order").page("first order"),
          Column.of(Approximation::ratio).csv("ratio").page("ratio"));

  private static final Columns<MeanSummary> MEANS =
      Columns.of(
          Column.of(MeanSummary::mean).page("μ").console("mean", 8),
          Column.<MeanSummary>of(one -> one.first().step())
              .page("first t")
              .console("first t", 9, one -> one.first().step()),
          Column.<MeanSummary>of(one -> one.first().simulated().variance())
              .page("Var l_t there")
              .console("Var l_t there", 14),
          Column.<MeanSummary>of(one -> one.last().simulated().variance())
              .page("Var l_t at the end")
              .console("at the end", 14),
          Column.of(MeanSummary::fall).page("falls, times"),
          Column.<MeanSummary>of(one -> one.rectified().getMin())
              .page("Var r_t·l_t, lowest")
              .console("Var r_t·l_t ≥", 14),
          Column.<MeanSummary>of(one -> one.rectified().getMax()).page("highest").console("≤", 14));

  private static final Columns<StepVariance> INDEPENDENT =
      Columns.of(
          Column.of(StepVariance::step).csv("rho"),
          Column.<StepVariance>of(one -> one.simulated().variance()).csv("variance"),
          Column.<StepVariance>of(one -> one.simulated().standardError()).csv("standard_error"),
          Column.<StepVariance>of(one -> one.simulated().low()).csv("low"),
          Column.<StepVariance>of(one -> one.simulated().high()).csv("high"),
          Column.of(StepVariance::exactIndependent).csv("exact"));

  /** A recorded step of the gradients of one mean. */
  private record Step(double mean, StepVariance point) {
    VarianceEstimate simulated() {
      return point.simulated();
    }

    PredictedVariance predicted() {
      return point.predicted();
    }
  }

  /** Predictions are for mean 0. */
  private static final Columns<Step> VARIANCE =
      Columns.of(
          Column.of(Step::mean).csv("mean"),
          Column.<Step>of(one -> one.point().step()).csv("step").page("t"),
          Column.<Step>of(one -> one.simulated().variance()).csv("variance").page("simulated"),
          Column.<Step>of(one -> one.simulated().standardError())
              .csv("standard_error")
              .page("standard error"),
          Column.<Step>of(one -> one.simulated().low()).csv("low"),
          Column.<Step>of(one -> one.simulated().high()).csv("high"),
          Column.<Step>of(one -> one.predicted().rectification()).csv("rectification"),
          Column.<Step>of(one -> one.point().rectified().variance()).csv("rectified_variance"),
          Column.<Step>of(one -> one.point().rectified().standardError())
              .csv("rectified_standard_error"),
          Column.<Step>of(one -> one.predicted().smaLength()).csv("sma_length"),
          Column.<Step>of(one -> one.predicted().kishSize()).csv("kish_size"),
          predicted(PredictedVariance::firstOrderSma, "first_order_sma", "first order, ρ_t"),
          predicted(PredictedVariance::exactSma, "exact_sma", "exact, ρ_t"),
          predicted(PredictedVariance::firstOrderKish, "first_order_kish", "first order, Kish"),
          predicted(PredictedVariance::exactKish, "exact_kish", "exact, Kish"));

  private static Column<Step> predicted(
      ToDoubleFunction<PredictedVariance> value, String csv, String page) {
    return Column.<Step>of(one -> value.applyAsDouble(one.predicted()))
        .csv(csv)
        .page(page, one -> prediction(one.simulated(), value.applyAsDouble(one.predicted())));
  }

  private static Cell prediction(VarianceEstimate simulated, double predicted) {
    if (Double.isNaN(predicted)) {
      return Cell.number(predicted);
    }
    String text =
        "%s (%s)".formatted(significant(predicted), fixed("%+.1f", simulated.deviation(predicted)));
    Cell cell = new Cell(text, Cell.Kind.NUMBER, Cell.Mark.NONE);
    return simulated.isFarFrom(predicted) ? cell.marked(Cell.Mark.DIVERGED) : cell;
  }

  /** A row a mean and recorded step, one a number of independent gradients, and one a ρ. */
  Map<String, CsvTable> files() {
    Map<String, CsvTable> files = new LinkedHashMap<>();
    List<Step> steps =
        IntStream.range(0, result.curves().size())
            .boxed()
            .flatMap(
                i ->
                    result.curves().get(i).stream()
                        .map(point -> new Step(result.spec().means().get(i), point)))
            .toList();
    files.put("variance", VARIANCE.csv(steps));
    files.put("independent", INDEPENDENT.csv(result.independent()));
    files.put("approximation", APPROXIMATION.csv(Approximation.all()));
    return files;
  }

  /** What the rectifier does for each mean. */
  HtmlTable means() {
    return MEANS.html(
        "Before and after rectification",
        "From the first rectified step on; lowest and highest are over all recorded steps.",
        MeanSummary.of(result));
  }

  List<String> console() {
    return MEANS.console(MeanSummary.of(result));
  }

  /** Four predictions of the same variance. */
  HtmlTable predictions() {
    return VARIANCE.html(
        "Predictions side by side",
        "For μ = 0; in brackets by how many standard errors the prediction is above the simulation,"
            + " set off where by more than 5 either way.",
        result.zeroMean().stream()
            .filter(point -> STEPS.contains(point.step()))
            .map(point -> new Step(0, point))
            .toList());
  }

  /** Where the first order may be taken for the exact variance. */
  HtmlTable approximation() {
    return APPROXIMATION.html(
        "How far the first order is off",
        "Variance of l for ρ independent gradients of variance 1.",
        Approximation.all().stream().filter(at -> RHOS.contains(at.rho())).toList());
  }
}
