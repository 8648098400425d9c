package org.sparkradam.study.variance;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sparkradam.report.chart.Axis;
import org.sparkradam.report.chart.Limits;
import org.sparkradam.report.chart.Plot;
import org.sparkradam.report.chart.Series;
import org.sparkradam.report.chart.Series.Point;
import org.sparkradam.report.text.ReadableNumber;

/** The pictures of the study. */
final class VariancePlots {
  private static final String DEGREES = "degrees of freedom ρ";
  private static final String STEP = "step t";
  private static final String SIMULATED = "simulated, 95 % band";

  private final SimulationResult result;

  VariancePlots(SimulationResult result) {
    this.result = result;
  }

  /** The paper's figure 9: without the rectifier and with it, on the same axes. */
  List<Plot> rates() {
    List<Plot> plots =
        List.of(
            rates("without r_t", "variance of l_t", StepVariance::simulated),
            rates("with r_t", "variance of r_t·l_t", StepVariance::rectified));
    Limits steps = new Limits(StepVariance.FIRST_FINITE * 0.9, result.spec().steps() * 1.1);
    Limits variances = around(plots);
    return plots.stream().map(plot -> plot.within(steps, variances)).toList();
  }

  private Plot rates(String title, String label, Function<StepVariance, VarianceEstimate> value) {
    List<Series> series =
        IntStream.range(0, result.curves().size())
            .mapToObj(
                i ->
                    new Series(
                        "μ = " + ReadableNumber.significant(result.spec().means().get(i)),
                        result.curves().get(i).stream()
                            .filter(point -> point.step() >= StepVariance.FIRST_FINITE)
                            .map(point -> banded(point.step(), value.apply(point), 1))
                            .toList()))
            .toList();
    return Plot.of(title, Axis.log(STEP), Axis.log(label), series);
  }

  // Its own limits would take what is large at first for a diverged curve.
  private static Limits around(List<Plot> plots) {
    double[] values =
        plots.stream()
            .flatMap(plot -> plot.series().stream())
            .flatMap(series -> series.points().stream())
            .mapToDouble(Point::y)
            .filter(value -> value > 0 && Double.isFinite(value))
            .sorted()
            .toArray();
    return new Limits(values[0] / 1.5, values[values.length - 1] * 1.5);
  }

  /** What the formulas make of the exponential average, the simulation being 1. */
  Plot predictions() {
    return Plot.of(
        "",
        Axis.log(STEP),
        Axis.linear("prediction / simulated"),
        Stream.of(
                unit(result.zeroMean()),
                relative("exact at ρ_t", point -> point.predicted().exactSma()),
                relative("first order at ρ_t", point -> point.predicted().firstOrderSma()),
                relative("exact at the Kish size", point -> point.predicted().exactKish()),
                relative(
                    "first order at the Kish size", point -> point.predicted().firstOrderKish()))
            .toList());
  }

  private Series relative(String name, ToDoubleFunction<StepVariance> prediction) {
    return relative(name, result.zeroMean(), prediction);
  }

  /** Independent gradients against the exact formula, the simulation being 1. */
  Plot independent() {
    return Plot.of(
        "",
        Axis.log("independent gradients ρ"),
        Axis.linear("prediction / simulated"),
        List.of(
            unit(result.independent()),
            relative("exact", result.independent(), StepVariance::exactIndependent)));
  }

  private static Series unit(List<StepVariance> curve) {
    return new Series(
        SIMULATED,
        curve.stream()
            .filter(StepVariance::hasBand)
            .map(point -> banded(point.step(), point.simulated(), 1 / point.simulated().variance()))
            .toList());
  }

  private static Series relative(
      String name, List<StepVariance> curve, ToDoubleFunction<StepVariance> prediction) {
    List<StepVariance> banded = curve.stream().filter(StepVariance::hasBand).toList();
    return Series.line(
        name,
        banded.stream().mapToDouble(StepVariance::step).toArray(),
        banded.stream()
            .mapToDouble(p -> prediction.applyAsDouble(p) / p.simulated().variance())
            .toArray());
  }

  private static Point banded(int step, VarianceEstimate value, double unit) {
    return new Point(step, unit * value.variance(), unit * value.low(), unit * value.high());
  }

  /** The two formulas, which need no simulation: the paper's figure 8. */
  static Plot exactAndFirstOrder() {
    return Plot.of(
        "",
        Axis.log(DEGREES),
        Axis.log("variance of l"),
        List.of(
            series("exact", Approximation::exact),
            series("first order", Approximation::firstOrder)));
  }

  /** What figure 8 hides. */
  static Plot excess() {
    return Plot.of(
            "",
            Axis.log(DEGREES),
            Axis.log("first order above exact, as a share"),
            List.of(series("first order", Approximation::excess)))
        .withReferences(
            List.of(new Plot.ReferenceLine("10 %", 0.1), new Plot.ReferenceLine("1 %", 0.01)));
  }

  private static Series series(String name, ToDoubleFunction<Approximation> value) {
    List<Approximation> all = Approximation.all();
    return Series.line(
        name,
        all.stream().mapToDouble(Approximation::rho).toArray(),
        all.stream().mapToDouble(value).toArray());
  }
}
