package org.sparkradam.study.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.sparkradam.block.IngestSettings;
import org.sparkradam.fit.Progress;
import org.sparkradam.study.ComparisonResult;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.study.LabelScale;
import org.sparkradam.study.Trial;
import org.sparkradam.study.TrialOutcome;
import org.sparkradam.table.PreparedTable;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.train.Checkpoints;
import org.sparkradam.train.ResultTooLargeException;
import org.sparkradam.train.Resumable;
import org.sparkradam.train.Resumption;
import org.sparkradam.train.TrainingListener;
import org.sparkradam.train.evaluation.Metric;

/** Trains and measures every trial of a comparison on one prepared table. */
public final class Comparison {
  private final ComparisonSpec spec;
  private final ComparisonSpec.Reference reference;
  private final Progress progress;
  private final Optional<CheckpointPlan> checkpointPlan;

  /**
   * @param checkpointPlan none for a run that is not to be resumed; for {@link
   *     ComparisonSpec.EngineKind#MINIBATCH} only
   */
  public Comparison(
      ComparisonSpec spec,
      ComparisonSpec.Reference reference,
      Progress progress,
      Optional<CheckpointPlan> checkpointPlan) {
    this.spec = spec;
    this.reference = reference;
    this.progress = progress;
    this.checkpointPlan = checkpointPlan;
  }

  /**
   * Runs all trials and measures them; what it cached is released.
   *
   * @throws BadInputException if the test rows do not tell the model's metric
   */
  public ComparisonResult run(PreparedTable table) {
    TestRows.requireDefining(spec.model().metric(), table);
    LabelScale labels = LabelScale.of(spec.model(), table.training());
    List<MllibEngine.Run> mllib =
        spec.engine() == ComparisonSpec.EngineKind.MLLIB
            ? trainedByMllib(table, labels)
            : List.of();
    try (ComparisonData data =
        new ComparisonData(
            table, spec.model(), labels, spec.kernel(), ingestSettings(), spec.trials().size())) {
      return run(data, mllib);
    } catch (ResultTooLargeException e) {
      throw new BadInputException(e.getMessage(), e);
    }
  }

  private IngestSettings ingestSettings() {
    IngestSettings asked = spec.ingestSettings();
    OptionalInt resumed =
        checkpointPlan
            .filter(plan -> spec.partitions().isEmpty())
            .map(CheckpointPlan::chunks)
            .orElse(OptionalInt.empty());
    return resumed.isPresent() ? asked.withChunks(resumed.getAsInt()) : asked;
  }

  /** Before there are blocks: MLlib has rows of its own, and memory may not do for both. */
  private List<MllibEngine.Run> trainedByMllib(PreparedTable table, LabelScale labels) {
    long count = table.counts().training();
    MllibEngine engine =
        new MllibEngine(spec.model(), spec.penalty(), spec.batchFraction(count), spec.limits());
    int partitions =
        spec.partitions()
            .orElse(table.training().sparkSession().sparkContext().defaultParallelism());
    try (ShuffledRows rows = new ShuffledRows(table.training(), labels, partitions, count)) {
      return stochastic().isEmpty() ? List.of() : engine.run(rows, stochastic(), progress);
    }
  }

  private ComparisonResult run(ComparisonData data, List<MllibEngine.Run> mllib) {
    Optional<MinibatchEngine> minibatch =
        spec.engine() == ComparisonSpec.EngineKind.MINIBATCH && !stochastic().isEmpty()
            ? Optional.of(new MinibatchEngine(spec, data, stochastic()))
            : Optional.empty();
    FullBatchRuns fullBatch = new FullBatchRuns(spec, data, fullBatch(), reference);
    Map<String, Resumable> parts = new LinkedHashMap<>(fullBatch.parts());
    minibatch.ifPresent(engine -> parts.putAll(engine.parts()));
    Optional<Checkpoints> checkpoints =
        checkpointPlan.map(
            plan ->
                plan.open(
                    CheckpointPlan.settings(spec, data, reference),
                    parts,
                    () -> legs(minibatch, fullBatch),
                    progress));
    minibatch.ifPresent(engine -> engine.train(progress, checkpointing(checkpoints)));
    long steps = minibatch.map(engine -> engine.training().state().step()).orElse(0L);
    fullBatch.train(
        progress, iterations -> checkpoints.ifPresent(c -> c.write(steps + iterations)));
    progress.afterTrials("measuring all trials on all rows");
    List<TrialOutcome> outcomes = new ArrayList<>(fullBatch.outcomes());
    outcomes.addAll(minibatch.map(MinibatchEngine::outcomes).orElse(List.of()));
    outcomes.addAll(MllibEngine.Run.outcomes(mllib, data));
    outcomes.sort(Comparator.comparingInt(outcome -> outcome.trial().id()));
    return new ComparisonResult(spec, data.facts(), List.copyOf(outcomes), fullBatch.optimum());
  }

  private static List<Resumption.Leg> legs(
      Optional<MinibatchEngine> minibatch, FullBatchRuns fullBatch) {
    return Stream.concat(
            minibatch.stream().map(MinibatchEngine::leg), fullBatch.legsBegun().stream())
        .toList();
  }

  private TrainingListener checkpointing(Optional<Checkpoints> checkpoints) {
    return checkpoints.map(c -> c.every(checkpointPlan.orElseThrow().every())).orElse(state -> {});
  }

  private List<Trial> stochastic() {
    return spec.trials().stream().filter(t -> t.solver().hasRate()).toList();
  }

  private List<Trial> fullBatch() {
    return spec.trials().stream().filter(t -> !t.solver().hasRate()).toList();
  }

  /** What test rows must have, so that trials can be compared on them. */
  static final class TestRows {
    private TestRows() {}

    /**
     * @throws BadInputException if they leave the metric undefined whatever is predicted: best
     *     rates and differences would be those of no numbers
     */
    static void requireDefining(Metric metric, PreparedTable table) {
      long labels = table.test().where("weight > 0").select("label").distinct().limit(2).count();
      if (labels == 0) {
        throw refusal("weigh nothing, so that nothing can be measured", "that weigh something");
      }
      if (labels == 1 && metric == Metric.AUC) {
        throw refusal("are of one class, so that no AUC can be had", "with both");
      }
    }

    private static BadInputException refusal(String fault, String wanted) {
      return new BadInputException(
          "all test rows %s; give more rows, a larger --test-fraction, another --split-seed or --test-data %s"
              .formatted(fault, wanted));
    }
  }
}
