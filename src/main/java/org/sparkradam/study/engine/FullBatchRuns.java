package org.sparkradam.study.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.sparkradam.fit.Progress;
import org.sparkradam.study.ComparisonResult;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.study.Trial;
import org.sparkradam.study.TrialOutcome;
import org.sparkradam.train.LbfgsSettings;
import org.sparkradam.train.Resumable;
import org.sparkradam.train.Resumption;

/**
 * What a comparison trains over all rows at a time: the trials of L-BFGS, and the reference that
 * all others are measured against. Not thread-safe.
 */
final class FullBatchRuns {
  private static final int CHECKPOINT_EVERY = 10;
  private static final String REFERENCE = "L-BFGS for comparison";

  private final ComparisonData data;
  private final Map<Trial, LbfgsRun> trials = new LinkedHashMap<>();
  private final Optional<LbfgsRun> reference;

  /**
   * @param lbfgs the trials of solvers that work on all rows
   * @param reference whether they are joined by the optimum
   */
  FullBatchRuns(
      ComparisonSpec spec,
      ComparisonData data,
      List<Trial> lbfgs,
      ComparisonSpec.Reference reference) {
    this.data = data;
    for (Trial trial : lbfgs) {
      LbfgsSettings settings =
          trial.solver().fullBatch().orElseThrow().withLineSearch(lineSearch(data));
      double[] start = data.model().initialWeights(trial.seed());
      Set<Long> plan = SnapshotPlan.over(settings.maxIterations());
      trials.put(
          trial, new LbfgsRun(data, spec.penalty(), settings, start, plan, spec.aggregation()));
    }
    this.reference =
        switch (reference) {
          case OPTIMUM -> Optional.of(reference(spec, data));
          case NONE -> Optional.empty();
        };
  }

  // Zeros are a saddle of everything that is not linear: start where a trial does.
  private static LbfgsRun reference(ComparisonSpec spec, ComparisonData data) {
    return new LbfgsRun(
        data,
        spec.penalty(),
        LbfgsSettings.defaults().withLineSearch(lineSearch(data)),
        data.model().initialWeights(spec.seeds()[0]),
        Set.of(),
        spec.aggregation());
  }

  private static LbfgsSettings.LineSearch lineSearch(ComparisonData data) {
    return LbfgsSettings.LineSearch.suited(data.model().loss());
  }

  /** What a checkpoint holds of them. */
  Map<String, Resumable> parts() {
    Map<String, Resumable> parts = new LinkedHashMap<>();
    trials.forEach((trial, run) -> parts.put("lbfgs" + trial.id(), run));
    reference.ifPresent(run -> parts.put("reference", run));
    return parts;
  }

  /** How far those are that have begun. */
  List<Resumption.Leg> legsBegun() {
    List<Resumption.Leg> legs = new ArrayList<>();
    trials.forEach((trial, run) -> run.leg(trial.title()).ifPresent(legs::add));
    reference.flatMap(run -> run.leg(REFERENCE)).ifPresent(legs::add);
    return legs;
  }

  /**
   * Runs them one after the other.
   *
   * @param checkpoint writes one at so many iterations of all runs together
   */
  void train(Progress progress, LongConsumer checkpoint) {
    trials.forEach((trial, run) -> train(run, trial.title(), progress, checkpoint));
    reference.ifPresent(run -> train(run, REFERENCE, progress, checkpoint));
  }

  private void train(LbfgsRun run, String title, Progress progress, LongConsumer checkpoint) {
    progress.afterTrials(title);
    run.run(
        iteration -> {
          progress.afterTrials(String.format(Locale.ROOT, "%s, iteration %d", title, iteration));
          if (iteration % CHECKPOINT_EVERY == 0) {
            checkpoint.accept(iterations());
          }
        });
    checkpoint.accept(iterations());
  }

  private long iterations() {
    return reference.stream().mapToLong(LbfgsRun::iterations).sum()
        + trials.values().stream().mapToLong(LbfgsRun::iterations).sum();
  }

  /** What came of the trials. */
  List<TrialOutcome> outcomes() {
    List<Trial.Run> runs = new ArrayList<>();
    trials.forEach((trial, run) -> runs.add(run.result(trial)));
    return data.outcomes(runs, trials.values().stream().map(LbfgsRun::curve).toList());
  }

  /** What came of the reference, if there is one. */
  Optional<ComparisonResult.Optimum> optimum() {
    return reference.map(this::optimum);
  }

  private ComparisonResult.Optimum optimum(LbfgsRun run) {
    List<double[]> weights = List.of(run.weights());
    ComparisonData.Evaluations all = data.onAll(weights);
    return new ComparisonResult.Optimum(
        all.training().get(0),
        all.test().get(0),
        data.onSample(weights).training().get(0).loss(),
        Math.toIntExact(run.iterations()),
        run.seconds());
  }
}
