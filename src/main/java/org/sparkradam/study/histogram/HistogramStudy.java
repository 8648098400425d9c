package org.sparkradam.study.histogram;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sparkradam.fit.Progress;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.study.LabelScale;
import org.sparkradam.study.engine.ComparisonData;
import org.sparkradam.study.engine.LimitedTraining;
import org.sparkradam.table.PreparedTable;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.train.LockstepTrial;
import org.sparkradam.train.ResultTooLargeException;
import org.sparkradam.train.TrainingState;

/** Trains every solver of a comparison in lock-step and keeps its gradients' histograms. */
public final class HistogramStudy {
  private final ComparisonSpec spec;
  private final Progress progress;

  /**
   * @param spec of stochastic solvers at one learning rate
   */
  public HistogramStudy(ComparisonSpec spec, Progress progress) {
    this.spec = spec;
    this.progress = progress;
  }

  /**
   * Runs all trials; what it cached is released.
   *
   * @throws BadInputException if no gradient was seen, since every first loss was not finite
   */
  public HistogramResult run(PreparedTable table) {
    LabelScale labels = LabelScale.of(spec.model(), table.training());
    try (ComparisonData data =
        new ComparisonData(table, spec.model(), labels, spec.kernel(), spec.ingestSettings(), 1)) {
      return run(data, labels);
    } catch (ResultTooLargeException e) {
      throw new BadInputException(e.getMessage(), e);
    }
  }

  private HistogramResult run(ComparisonData data, LabelScale labels) {
    List<HistogramTrial> trials = trials();
    List<LockstepTrial> trained = trials.stream().map(HistogramTrial::training).toList();
    LimitedTraining training = LimitedTraining.of(spec, data, trained);
    training.run(progress);
    progress.afterTrials("measuring all trials on all rows");
    ComparisonData.Evaluations all =
        data.onAll(trained.stream().map(LockstepTrial::weights).toList());
    List<RecordedTrial> recorded =
        IntStream.range(0, trials.size())
            .mapToObj(k -> trials.get(k).recorded(labels, all.training().get(k), all.test().get(k)))
            .toList();
    int solvers = spec.trials().size();
    TrainingState end = training.lockstep().state();
    return new HistogramResult(
            spec,
            data.facts(),
            recorded.subList(0, solvers),
            recorded.subList(solvers, recorded.size()),
            end.step(),
            end.seconds())
        .requireGradients();
  }

  /** Those of the solvers, then the unmoved ones. */
  private List<HistogramTrial> trials() {
    Set<Long> plan = HistogramSteps.upTo(spec.limits().steps());
    Stream<HistogramTrial> solvers =
        spec.trials().stream().map(trial -> HistogramTrial.of(trial, spec, plan));
    Stream<HistogramTrial> unmoved =
        Arrays.stream(spec.seeds()).mapToObj(seed -> HistogramTrial.unmoved(seed, spec, plan));
    return Stream.concat(solvers, unmoved).toList();
  }
}
