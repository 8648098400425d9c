package org.sparkradam.study.variance;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.sparkradam.report.Axis;
import org.sparkradam.report.Plot;
import org.sparkradam.report.ReferenceLine;
import org.sparkradam.report.Series;

/** The pictures of the two formulas, which need no simulation. */
final class ApproximationPlots {
  private static final String DEGREES = "degrees of freedom ρ";

  private ApproximationPlots() {}

  /** The paper's figure 8. */
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
        .withReferences(List.of(new ReferenceLine("10 %", 0.1), new ReferenceLine("1 %", 0.01)));
  }

  private static Series series(String name, ToDoubleFunction<Approximation> value) {
    List<Approximation> all = Approximation.all();
    return Series.line(
        name,
        all.stream().mapToDouble(Approximation::rho).toArray(),
        all.stream().mapToDouble(value).toArray());
  }
}
