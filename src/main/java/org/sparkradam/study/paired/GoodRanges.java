package org.sparkradam.study.paired;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sparkradam.study.SolverAtRate;
import org.sparkradam.study.paired.GoodRange.End;

/**
 * Finds the range of rates at which a solver's mean quality is within a share of a yardstick, such
 * as its best.
 *
 * @param quality what is measured
 * @param share how much worse is still good, of the yardstick's magnitude
 */
public record GoodRanges(Quality quality, double share) {
  /** 1 %. */
  public static GoodRanges of(Quality quality) {
    return new GoodRanges(quality, 0.01);
  }

  /** A rate and the mean quality there. */
  private record Tried(double rate, double value) {}

  /**
   * Around the best rate of one solver.
   *
   * @param groups of one solver, a rate each
   * @return none if it diverged at every rate
   */
  public Optional<GoodRange> aroundBest(List<SolverAtRate> groups) {
    List<Tried> tried = tried(groups);
    return bestOf(tried).map(best -> around(tried, tried.indexOf(best), best.value()));
  }

  /**
   * The same by another yardstick, such as the best of all solvers.
   *
   * @return none if the solver is nowhere as good as that
   */
  public Optional<GoodRange> asGoodAs(double yardstick, List<SolverAtRate> groups) {
    List<Tried> tried = tried(groups);
    return bestOf(tried)
        .filter(best -> surplus(best.value(), yardstick) >= 0)
        .map(best -> around(tried, tried.indexOf(best), yardstick));
  }

  /** The best mean quality of all. */
  public double best(List<SolverAtRate> groups) {
    return bestOf(tried(groups)).map(Tried::value).orElse(Double.NaN);
  }

  private List<Tried> tried(List<SolverAtRate> groups) {
    return groups.stream()
        .map(group -> new Tried(group.learningRate(), quality.over(group).mean()))
        .sorted(Comparator.comparingDouble(Tried::rate))
        .toList();
  }

  private Optional<Tried> bestOf(List<Tried> tried) {
    return tried.stream()
        .filter(one -> !Double.isNaN(one.value()))
        .max(Comparator.comparingDouble(one -> quality.sense().gain(0, one.value())));
  }

  private GoodRange around(List<Tried> tried, int best, double yardstick) {
    int low = lastGood(tried, best, -1, yardstick);
    int high = lastGood(tried, best, 1, yardstick);
    return new GoodRange(
        tried.get(best).rate(),
        tried.get(best).value(),
        end(tried, low, low - 1, yardstick),
        end(tried, high, high + 1, yardstick),
        low == 0 ? End.OPEN : End.FOUND,
        high == tried.size() - 1 ? End.OPEN : End.FOUND);
  }

  private int lastGood(List<Tried> tried, int from, int direction, double yardstick) {
    return IntStream.iterate(
            from,
            i -> i >= 0 && i < tried.size() && surplus(tried.get(i).value(), yardstick) >= 0,
            i -> i + direction)
        .reduce(from, (before, last) -> last);
  }

  /** Where the line from the last good rate to the first bad one crosses the bound. */
  private double end(List<Tried> tried, int good, int bad, double yardstick) {
    double rate = tried.get(good).rate();
    if (bad < 0 || bad >= tried.size() || Double.isNaN(tried.get(bad).value())) {
      return rate;
    }
    double inside = surplus(tried.get(good).value(), yardstick);
    double outside = -surplus(tried.get(bad).value(), yardstick);
    return rate * Math.pow(tried.get(bad).rate() / rate, inside / (inside + outside));
  }

  /** How much better than the worst good value; negative, or NaN, if it is not good. */
  private double surplus(double value, double yardstick) {
    return quality.sense().gain(yardstick, value) + share * Math.abs(yardstick);
  }
}
