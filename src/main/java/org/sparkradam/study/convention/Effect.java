package org.sparkradam.study.convention;

import java.util.List;
import org.sparkradam.study.ComparisonResult;
import org.sparkradam.study.SolverAtRate;
import org.sparkradam.study.paired.Interval;
import org.sparkradam.study.paired.Quality;
import org.sparkradam.study.paired.RateDifference;
import org.sparkradam.study.paired.Verdict;

/**
 * What a variant does to the test loss at one learning rate, as a share of the base's mean.
 *
 * @param difference variant minus base
 * @param base the base's mean loss; NaN if a trial of it diverged
 */
record Effect(Ablation ablation, RateDifference difference, double base) {
  /** A smaller effect on the loss is none that anybody would tune for. */
  static final double NEGLIGIBLE = 0.001;

  /** At every rate, from low to high. */
  static List<Effect> of(ComparisonResult result, Ablation ablation) {
    Quality loss = Quality.testLoss(result.model());
    List<SolverAtRate> groups = SolverAtRate.of(result);
    return RateDifference.of(result, ablation.variant(), ablation.base(), loss).stream()
        .map(one -> new Effect(ablation, one, base(groups, ablation, one.learningRate(), loss)))
        .toList();
  }

  private static double base(
      List<SolverAtRate> groups, Ablation ablation, double rate, Quality loss) {
    return SolverAtRate.byRate(groups, ablation.base()).stream()
        .filter(group -> group.learningRate() == rate)
        .mapToDouble(group -> loss.over(group).mean())
        .findFirst()
        .orElseThrow();
  }

  double learningRate() {
    return difference.learningRate();
  }

  /**
   * The mean over seeds; NaN if one of them diverged, or where there is no loss to have a share.
   */
  double share() {
    return difference.difference().mean() / whole();
  }

  /** Of that mean, 95 % by bootstrap over seeds. */
  Interval interval() {
    Interval interval = difference.difference().interval();
    return new Interval(interval.low() / whole(), interval.high() / whole());
  }

  // A hinge loss may be 0; no difference is no share of it either.
  private double whole() {
    return base > 0 ? base : difference.difference().mean() == 0 ? 1 : Double.NaN;
  }

  /** {@link Verdict#SAME} where the whole interval is within the negligible. */
  Verdict verdict() {
    return interval().isWithin(NEGLIGIBLE) ? Verdict.SAME : difference.verdict();
  }
}
