package org.sparkradam.ml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.ml.Model;
import org.apache.spark.sql.Dataset;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.ml.internal.fit.FitBlocks;
import org.sparkradam.ml.internal.fit.Outcome;
import org.sparkradam.ml.internal.fit.Trained;

/**
 * Trains what stages ask for on one table in as few passes over its rows as that allows: a scan for
 * those that read the same columns, blocks for those that want the same rows in the same order, and
 * steps side by side for those that share all minibatches and the loss. What each comes to is what
 * it would come to alone, with the portable kernel to the bit.
 */
final class LockstepFits {
  /**
   * Weights of fits that step side by side, 64 MB: a rule remembers two or three times as much, and
   * as much again is summed by each thread.
   */
  private static final long WEIGHTS_AT_ONCE = 8_000_000;

  private final Dataset<?> table;
  private final Kernel kernel;
  private final Map<Object, TrainingRows> scanned = new HashMap<>();

  /**
   * @param kernel that computes losses and gradients
   */
  LockstepFits(Dataset<?> table, Kernel kernel) {
    this.table = table;
    this.kernel = kernel;
  }

  /** What a stage's fit is to return: trained beside others before, or here and alone. */
  static <M extends Model<M>> Trained<M> of(LockstepStage<M> stage, Dataset<?> table) {
    return stage
        .stageParams()
        .attachments
        .<M>takeTrained()
        .orElseGet(
            () ->
                new LockstepFits(table, Kernel.ofThisJvm())
                    .train(List.of(stage.training()))
                    .get(0)
                    .orThrow());
  }

  /**
   * Of each in their order; one that diverges does not harm the others.
   *
   * @throws IllegalArgumentException if one is asked for what cannot be
   */
  <M> List<Outcome<Trained<M>>> train(List<? extends StageTraining<M>> trainings) {
    trainings.forEach(StageTraining::check);
    List<PlannedFit<M>> plans = new ArrayList<>();
    trainings.forEach(training -> plans.add(training.plan(rows(training), table)));
    List<Outcome<Trained<M>>> outcomes = new ArrayList<>(Collections.nCopies(plans.size(), null));
    Map<Object, List<Integer>> byBlocks = new LinkedHashMap<>();
    for (int i = 0; i < plans.size(); i++) {
      if (plans.get(i) instanceof PlannedFit.Known<M> known) {
        outcomes.set(i, Outcome.of(known.trained()));
      } else {
        Object key = onBlocks(plans.get(i)).rows().blocksKey();
        byBlocks.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
      }
    }
    byBlocks.values().forEach(group -> trainOnBlocks(group, plans, outcomes));
    return outcomes;
  }

  private TrainingRows rows(StageTraining<?> training) {
    MiniBatchStage stage = training.stage();
    TrainingRows.check(stage, table);
    TrainingColumns columns = training.columns(table.schema());
    Object key = List.of(columns.with(ClassWeights.NONE), ClassWeights.setting(stage));
    return scanned.computeIfAbsent(key, k -> TrainingRows.of(stage, table, columns)).of(stage);
  }

  private static <M> PlannedFit.OnBlocks<M> onBlocks(PlannedFit<M> plan) {
    return (PlannedFit.OnBlocks<M>) plan;
  }

  /** Fits whose blocks are the same. */
  private <M> void trainOnBlocks(
      List<Integer> group, List<PlannedFit<M>> plans, List<Outcome<Trained<M>>> outcomes) {
    try (FitBlocks blocks = onBlocks(plans.get(group.get(0))).rows().blocks()) {
      Map<Integer, FitTask<M>> tasks =
          group.stream()
              .collect(
                  Collectors.toMap(
                      Function.identity(), i -> onBlocks(plans.get(i)).task().apply(blocks)));
      group.stream()
          .collect(
              Collectors.groupingBy(
                  i -> tasks.get(i).passKey(blocks), LinkedHashMap::new, Collectors.toList()))
          .values()
          .forEach(alike -> step(alike, tasks, blocks, outcomes));
    }
  }

  /** Fits that may step side by side. */
  private <M> void step(
      List<Integer> alike,
      Map<Integer, FitTask<M>> tasks,
      FitBlocks blocks,
      List<Outcome<Trained<M>>> outcomes) {
    long weights = Math.max(1, tasks.get(alike.get(0)).start().length);
    int atOnce = (int) Math.max(1, Math.min(alike.size(), WEIGHTS_AT_ONCE / weights));
    for (int from = 0; from < alike.size(); from += atOnce) {
      List<Integer> part = alike.subList(from, Math.min(alike.size(), from + atOnce));
      List<FitTask<M>> together = part.stream().map(tasks::get).toList();
      List<Outcome<Trained<double[]>>> fitted = new FitLoop(blocks, kernel, together).run();
      IntStream.range(0, part.size())
          .forEach(k -> outcomes.set(part.get(k), fitted.get(k).map(together.get(k)::trained)));
    }
  }
}
