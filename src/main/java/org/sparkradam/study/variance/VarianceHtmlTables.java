package org.sparkradam.study.variance;

import static org.sparkradam.report.ReadableNumber.fixed;
import static org.sparkradam.report.ReadableNumber.significant;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sparkradam.report.Cell;
import org.sparkradam.report.HtmlTable;

/** The tables of the page; the CSV files have every row. */
record VarianceHtmlTables(SimulationResult result) {
  private static final Set<Integer> STEPS =
      Set.of(10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 100_000);
  private static final Set<Double> RHOS =
      Set.of(4.1, 4.5, 5.0, 6.0, 8.0, 10.0, 20.0, 50.0, 100.0, 250.0, 500.0, 1000.0);

  /** What the rectifier does for each mean. */
  HtmlTable means() {
    return new HtmlTable(
        "Before and after rectification",
        "From the first rectified step on; lowest and highest are over all recorded steps.",
        List.of(
            "μ",
            "first t",
            "Var l_t there",
            "Var l_t at the end",
            "falls, times",
            "Var r_t·l_t, lowest",
            "highest"),
        MeanSummary.of(result).stream().map(VarianceHtmlTables::means).toList());
  }

  private static List<Cell> means(MeanSummary summary) {
    return List.of(
        Cell.number(summary.mean()),
        Cell.number(summary.first().step()),
        Cell.number(summary.first().simulated().variance()),
        Cell.number(summary.last().simulated().variance()),
        Cell.number(summary.fall()),
        Cell.number(summary.rectified().getMin()),
        Cell.number(summary.rectified().getMax()));
  }

  /** Four predictions of the same variance. */
  HtmlTable predictions() {
    return new HtmlTable(
        "Predictions side by side",
        "For μ = 0; in brackets by how many standard errors the prediction is above the simulation,"
            + " set off where by more than 5 either way.",
        List.of(
            "t",
            "simulated",
            "standard error",
            "first order, ρ_t",
            "exact, ρ_t",
            "first order, Kish",
            "exact, Kish"),
        result.zeroMean().stream()
            .filter(point -> STEPS.contains(point.step()))
            .map(VarianceHtmlTables::predictions)
            .toList());
  }

  private static List<Cell> predictions(StepVariance point) {
    PredictedVariance predicted = point.predicted();
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.number(point.step()));
    cells.add(Cell.number(point.simulated().variance()));
    cells.add(Cell.number(point.simulated().standardError()));
    cells.add(prediction(point, predicted.firstOrderSma()));
    cells.add(prediction(point, predicted.exactSma()));
    cells.add(prediction(point, predicted.firstOrderKish()));
    cells.add(prediction(point, predicted.exactKish()));
    return cells;
  }

  private static Cell prediction(StepVariance point, double predicted) {
    if (Double.isNaN(predicted)) {
      return Cell.number(predicted);
    }
    VarianceEstimate simulated = point.simulated();
    String text =
        "%s (%s)".formatted(significant(predicted), fixed("%+.1f", simulated.deviation(predicted)));
    Cell cell = new Cell(text, Cell.Kind.NUMBER, Cell.Mark.NONE);
    return simulated.isFarFrom(predicted) ? cell.marked(Cell.Mark.DIVERGED) : cell;
  }

  /** Where the first order may be taken for the exact variance. */
  HtmlTable approximation() {
    return new HtmlTable(
        "How far the first order is off",
        "Variance of l for ρ independent gradients of variance 1.",
        List.of("ρ", "exact", "first order", "ratio"),
        Approximation.all().stream()
            .filter(at -> RHOS.contains(at.rho()))
            .map(VarianceHtmlTables::approximation)
            .toList());
  }

  private static List<Cell> approximation(Approximation at) {
    return List.of(
        Cell.number(at.rho()),
        Cell.number(at.exact()),
        Cell.number(at.firstOrder()),
        Cell.number(at.ratio()));
  }
}
