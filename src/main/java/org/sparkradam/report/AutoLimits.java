package org.sparkradam.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Finds the ends of axes from what they have to show.
 *
 * <p>A diverged curve may be millions of times higher than the rest, and an axis that held all of
 * it would show nothing. So the vertical axis holds the bulk and everything within reach of it; a
 * curve that goes on beyond leaves the frame. The bulk is the shortest interval with half of all
 * values (the "shorth": diverged values are spread over orders of magnitude, so it never lies among
 * them unless they are the majority at one height), joined with the median starting value and the
 * reference lines.
 */
final class AutoLimits {
  private static final double MARGIN = 0.04;

  private AutoLimits() {}

  static Limits horizontal(List<Plot> plots) {
    Scale scale = plots.get(0).x().scale();
    double[] places = places(scale, points(plots).mapToDouble(Series.Point::x));
    return places.length == 0 ? unit(scale) : limits(scale, places[0], places[places.length - 1]);
  }

  static Limits vertical(List<Plot> plots) {
    Scale scale = plots.get(0).y().scale();
    double[] heights = places(scale, points(plots).mapToDouble(Series.Point::y));
    double[] anchors = anchors(scale, plots);
    if (heights.length == 0 && anchors.length == 0) {
      return unit(scale);
    }
    double[] core = places(DoubleStream.concat(shorth(heights), Arrays.stream(anchors)));
    double low = core[0];
    double high = core[core.length - 1];
    double reach = Math.max(high - low, scale.reach(low, high));
    double[] seen =
        places(
            DoubleStream.concat(
                Arrays.stream(core),
                Arrays.stream(places(scale, points(plots).flatMapToDouble(AutoLimits::heights)))
                    .filter(v -> v >= low - reach && v <= high + reach)));
    return limits(scale, seen[0], seen[seen.length - 1]);
  }

  private static double[] anchors(Scale scale, List<Plot> plots) {
    double[] starts =
        places(
            scale,
            series(plots)
                .flatMap(s -> s.points().stream().filter(p -> scale.shows(p.y())).limit(1))
                .mapToDouble(Series.Point::y));
    double[] references =
        places(
            scale,
            plots.stream().flatMap(p -> p.references().stream()).mapToDouble(ReferenceLine::y));
    return DoubleStream.concat(
            Arrays.stream(references), Arrays.stream(starts).skip(starts.length / 2).limit(1))
        .toArray();
  }

  private static DoubleStream shorth(double[] sorted) {
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

  private static Limits limits(Scale scale, double low, double high) {
    double span = high - low;
    boolean flat = span <= 1e-9 * Math.max(Math.abs(low), Math.abs(high));
    double margin = flat ? flatMargin(scale, low) : MARGIN * span;
    // Losses and counts are not negative; a margin below zero would suggest they could be.
    double bottom = scale == Scale.LINEAR && low >= 0 ? Math.max(0, low - margin) : low - margin;
    return new Limits(scale.value(bottom), scale.value(high + margin));
  }

  private static double flatMargin(Scale scale, double place) {
    return scale == Scale.LOG || place == 0 ? 0.5 : 0.1 * Math.abs(place);
  }

  private static Limits unit(Scale scale) {
    return scale == Scale.LOG ? new Limits(0.1, 1) : new Limits(0, 1);
  }

  private static double[] places(Scale scale, DoubleStream values) {
    return places(values.filter(scale::shows).map(scale::place));
  }

  private static double[] places(DoubleStream places) {
    return places.sorted().toArray();
  }

  private static DoubleStream heights(Series.Point point) {
    return DoubleStream.of(point.y(), point.low(), point.high());
  }

  private static Stream<Series> series(List<Plot> plots) {
    return plots.stream().flatMap(plot -> plot.series().stream());
  }

  private static Stream<Series.Point> points(List<Plot> plots) {
    return series(plots).flatMap(series -> series.points().stream());
  }
}
