package org.sparkradam.report.chart;

import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;

/**
 * Where most of what plots show lies, in places on their vertical axis.
 *
 * <p>It is the shortest interval with half of all values (Rousseeuw's "shorth", <a
 * href="https://doi.org/10.1080/01621459.1984.10477105">doi:10.1080/01621459.1984.10477105</a>),
 * joined with the median starting value and the reference lines. Diverged values are spread over
 * orders of magnitude, so they do not move it even when they are many.
 *
 * @param low its lower end
 * @param high its upper end
 */
record DenseInterval(double low, double high) {
  static Optional<DenseInterval> of(List<Plot> plots, Scale scale) {
    double[] values =
        plots.stream()
            .flatMap(plot -> plot.series().stream())
            .flatMapToDouble(series -> series.places(scale, Series.Point::y))
            .sorted()
            .toArray();
    double[] core =
        DoubleStream.concat(
                shorth(values), DoubleStream.concat(start(plots, scale), references(plots, scale)))
            .sorted()
            .toArray();
    return core.length == 0
        ? Optional.empty()
        : Optional.of(new DenseInterval(core[0], core[core.length - 1]));
  }

  /** The places of a curve that the axis has to hold. */
  DoubleStream visible(Series series, Scale scale) {
    double[] curve = series.places(scale, Series.Point::y).toArray();
    if (leaves(curve, scale)) {
      double width = high - low;
      return DoubleStream.of(curve).filter(v -> v >= low - width && v <= high + width);
    }
    DoublePredicate near = place -> scale.reaches(place, low, high);
    return DoubleStream.concat(
        DoubleStream.of(curve),
        DoubleStream.concat(
                series.places(scale, Series.Point::low), series.places(scale, Series.Point::high))
            .filter(near));
  }

  // Judged by its ends: a peak in the middle, as of a histogram, is no divergence.
  private boolean leaves(double[] curve, Scale scale) {
    return curve.length > 0
        && !(scale.reaches(curve[0], low, high)
            && scale.reaches(curve[curve.length - 1], low, high));
  }

  /** The ends of the shortest interval with half of the values. */
  static DoubleStream shorth(double[] sorted) {
    if (sorted.length == 0) {
      return DoubleStream.empty();
    }
    int half = sorted.length / 2;
    int best = 0;
    for (int i = 1; i + half < sorted.length; i++) {
      if (sorted[i + half] - sorted[i] < sorted[best + half] - sorted[best]) {
        best = i;
      }
    }
    return DoubleStream.of(sorted[best], sorted[best + half]);
  }

  private static DoubleStream start(List<Plot> plots, Scale scale) {
    double[] starts =
        plots.stream()
            .flatMap(plot -> plot.series().stream())
            .flatMapToDouble(series -> series.places(scale, Series.Point::y).limit(1))
            .sorted()
            .toArray();
    return DoubleStream.of(starts).skip((starts.length - 1) / 2).limit(1);
  }

  private static DoubleStream references(List<Plot> plots, Scale scale) {
    return plots.stream()
        .flatMap(plot -> plot.references().stream())
        .mapToDouble(Plot.ReferenceLine::y)
        .filter(scale::shows)
        .map(scale::place);
  }
}
