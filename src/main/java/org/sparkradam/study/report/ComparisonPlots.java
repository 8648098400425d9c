package org.sparkradam.study.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.sparkradam.report.chart.Axis;
import org.sparkradam.report.chart.Drawing;
import org.sparkradam.report.chart.Plot;
import org.sparkradam.report.chart.Series;
import org.sparkradam.study.ComparisonResult;
import org.sparkradam.study.Curve;
import org.sparkradam.study.MeanAndRange;
import org.sparkradam.study.SolverAtRate;
import org.sparkradam.study.TrialOutcome;
import org.sparkradam.study.solver.Solver;

/** The pictures of a comparison. */
final class ComparisonPlots {
  private static final ToDoubleFunction<Curve.Point> TEST_LOSS = point -> point.test().loss();

  private final ComparisonResult result;
  private final List<SolverAtRate> groups;
  private final List<Plot.ReferenceLine> references;
  private final String loss;

  /**
   * @param references what else the test loss is measured by, beside the optimum
   */
  ComparisonPlots(ComparisonResult result, List<Plot.ReferenceLine> references) {
    this.result = result;
    this.groups = SolverAtRate.of(result);
    this.references = new ArrayList<>(references);
    this.references.add(
        new Plot.ReferenceLine(result.model().referenceName(), result.optimum().test().loss()));
    this.loss = "test " + result.model().lossName().title();
  }

  /** Every plot by the name of its file. */
  Map<String, Drawing> all() {
    Map<String, Drawing> plots = new LinkedHashMap<>();
    plots.put("loss-by-step", againstSteps());
    plots.put("loss-by-seconds", againstSeconds());
    plots.put("distance-by-step", toTheOptimum());
    plots.put("loss-by-learning-rate", againstLearningRate());
    List<Plot> panels = panels();
    for (int i = 0; i < panels.size(); i++) {
      plots.put("solver-" + (i + 1), panels.get(i));
    }
    return plots;
  }

  Plot againstSteps() {
    return Plot.of("", Axis.log("steps"), Axis.linear(loss), best(Curve.Point::step, TEST_LOSS))
        .withReferences(references);
  }

  Plot againstSeconds() {
    return Plot.of(
            "",
            Axis.linear("seconds of training"),
            Axis.linear(loss),
            best(Curve.Point::seconds, TEST_LOSS))
        .withReferences(references);
  }

  /** How far the training loss is from the least there is; only a log axis shows its end. */
  Plot toTheOptimum() {
    double least = result.optimum().curveLoss();
    return Plot.of(
        "",
        Axis.log("steps"),
        Axis.log("training loss above the optimum's"),
        best(Curve.Point::step, point -> point.training().loss() - least));
  }

  Plot againstLearningRate() {
    return Plot.of("", Axis.log("learning rate"), Axis.linear("final " + loss), byRate())
        .withReferences(references);
  }

  /** One a solver, its rates side by side. */
  List<Plot> panels() {
    return Plot.aligned(
        result.spec().solvers().stream()
            .map(
                solver ->
                    Plot.of(solver.name(), Axis.log("steps"), Axis.linear(loss), rates(solver))
                        .withReferences(references))
            .toList());
  }

  private List<Series> best(ToDoubleFunction<Curve.Point> x, ToDoubleFunction<Curve.Point> y) {
    return result.spec().solvers().stream()
        .flatMap(solver -> SolverAtRate.best(groups, solver).stream())
        .map(group -> curve(group.solver().name(), group.outcomes(), x, y))
        .toList();
  }

  private List<Series> rates(Solver solver) {
    return groups.stream()
        .filter(group -> group.solver().equals(solver))
        .map(
            group ->
                curve(
                    Double.isNaN(group.learningRate())
                        ? solver.name()
                        : "learning rate " + group.learningRate(),
                    group.outcomes(),
                    Curve.Point::step,
                    TEST_LOSS))
        .toList();
  }

  /** The mean curve over seeds within its band; as long as the shortest. */
  private static Series curve(
      String name,
      List<TrialOutcome> outcomes,
      ToDoubleFunction<Curve.Point> x,
      ToDoubleFunction<Curve.Point> y) {
    int points = outcomes.stream().mapToInt(o -> o.curve().size()).min().orElse(0);
    double[] places = new double[points];
    MeanAndRange[] spreads = new MeanAndRange[points];
    for (int i = 0; i < points; i++) {
      int at = i;
      places[i] =
          outcomes.stream()
              .mapToDouble(o -> x.applyAsDouble(o.curve().get(at)))
              .average()
              .orElse(0);
      spreads[i] =
          MeanAndRange.of(
              outcomes.stream().mapToDouble(o -> y.applyAsDouble(o.curve().get(at))).toArray());
    }
    return banded(name, places, spreads);
  }

  private List<Series> byRate() {
    return result.spec().solversWithRates().stream().map(this::byRate).toList();
  }

  private Series byRate(Solver solver) {
    List<SolverAtRate> ofSolver =
        SolverAtRate.byRate(groups, solver).stream()
            .filter(group -> group.diverged() == 0)
            .toList();
    return banded(
        solver.name(),
        ofSolver.stream().mapToDouble(SolverAtRate::learningRate).toArray(),
        ofSolver.stream().map(SolverAtRate::testLoss).toArray(MeanAndRange[]::new));
  }

  private static Series banded(String name, double[] x, MeanAndRange[] spreads) {
    double[] y = new double[x.length];
    double[] low = new double[x.length];
    double[] high = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = spreads[i].mean();
      low[i] = spreads[i].low();
      high[i] = spreads[i].high();
    }
    return Series.banded(name, x, y, low, high);
  }
}
