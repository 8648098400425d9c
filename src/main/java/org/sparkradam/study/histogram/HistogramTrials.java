package org.sparkradam.study.histogram;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.study.LabelScale;
import org.sparkradam.study.engine.ComparisonData;
import org.sparkradam.train.LockstepTrial;

/**
 * All trials of a study.
 *
 * @param trials those of the solvers, then the unmoved ones
 */
record HistogramTrials(List<HistogramTrial> trials) {

  static HistogramTrials of(ComparisonSpec spec) {
    Set<Long> plan = HistogramSteps.upTo(spec.limits().steps());
    Stream<HistogramTrial> solvers =
        spec.trials().stream().map(trial -> HistogramTrial.of(trial, spec, plan));
    Stream<HistogramTrial> unmoved =
        Arrays.stream(spec.seeds()).mapToObj(seed -> HistogramTrial.unmoved(seed, spec, plan));
    return new HistogramTrials(Stream.concat(solvers, unmoved).toList());
  }

  /** To be trained over the same minibatches. */
  List<LockstepTrial> training() {
    return trials.stream().map(HistogramTrial::training).toList();
  }

  /** What came of them, in their order. */
  List<RecordedTrial> recorded(ComparisonData data, LabelScale labels) {
    ComparisonData.Evaluations all =
        data.onAll(training().stream().map(LockstepTrial::weights).toList());
    return IntStream.range(0, trials.size())
        .mapToObj(k -> trials.get(k).recorded(labels, all.training().get(k), all.test().get(k)))
        .toList();
  }
}
