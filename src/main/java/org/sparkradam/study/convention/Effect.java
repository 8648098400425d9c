package org.sparkradam.study.convention;

import java.util.List;
import org.sparkradam.study.ComparisonResult;
import org.sparkradam.study.SolverAtRate;
import org.sparkradam.study.paired.Interval;
import org.sparkradam.study.paired.Quality;
import org.sparkradam.study.paired.RateDifference;

/**
 * What a variant does to the test loss at one learning rate, as a share of the base's mean.
 *
 * @param share mean over seeds of variant minus base; NaN if one of them diverged
 * @param interval of that mean, 95 % by bootstrap over seeds
 */
record Effect(Ablation ablation, double learningRate, double share, Interval interval) {
  /** A smaller effect on the loss is none that anybody would tune for. */
  static final double NEGLIGIBLE = 0.001;

  enum Verdict {
    /** The whole interval is within the negligible. */
    SAME("same"),
    BETTER("better"),
    WORSE("worse"),
    UNDECIDED("undecided"),
    DIVERGED("diverged");

    private final String title;

    Verdict(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  /** At every rate, from low to high. */
  static List<Effect> of(ComparisonResult result, Ablation ablation) {
    Quality loss = Quality.testLoss(result.model());
    List<SolverAtRate> groups = SolverAtRate.of(result);
    return RateDifference.of(result, ablation.variant(), ablation.base(), loss).stream()
        .map(one -> of(ablation, one, base(groups, ablation, one.learningRate(), loss)))
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

  private static Effect of(Ablation ablation, RateDifference one, double base) {
    Interval interval = one.difference().interval();
    return new Effect(
        ablation,
        one.learningRate(),
        share(one.difference().mean(), base),
        new Interval(share(interval.low(), base), share(interval.high(), base)));
  }

  // A hinge loss may be 0; no difference is no share of it either.
  private static double share(double difference, double base) {
    return difference == 0 ? 0 : difference / base;
  }

  Verdict verdict() {
    if (Double.isNaN(share)) {
      return Verdict.DIVERGED;
    }
    if (interval.low() >= -NEGLIGIBLE && interval.high() <= NEGLIGIBLE) {
      return Verdict.SAME;
    }
    if (!interval.excludesZero()) {
      return Verdict.UNDECIDED;
    }
    return share < 0 ? Verdict.BETTER : Verdict.WORSE;
  }
}
