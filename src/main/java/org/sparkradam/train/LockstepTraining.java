package org.sparkradam.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sparkradam.block.Minibatch;
import org.sparkradam.block.MinibatchPlan;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.loss.BlockLoss;
import org.sparkradam.loss.GradientSums;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.train.checkpoint.SavedState;

/**
 * Trains trials in lock-step: a step takes the weights of all trials out to the rows and brings all
 * of their gradients back, where the rows are on executors as one Spark job. An iterator of states;
 * whoever iterates decides when it is enough. A trial that diverges drops out, the others go on
 * unchanged. Restored from a checkpoint it gives the bits that it would have given without the
 * break.
 *
 * <p>Not thread-safe.
 */
public final class LockstepTraining implements Training, Resumable {
  private final StepJob job;
  private final BlockLoss loss;
  private final Kernel kernel;
  private final List<LockstepTrial> trials;
  private final List<SeedGroup> groups;
  private long step;
  private long rowsSeen;
  private double seconds;

  /**
   * @param batchSize rows of a minibatch
   * @param chunksPerStep chunks that a minibatch is read from, side by side
   */
  public LockstepTraining(
      ShuffledBlocks blocks,
      BlockLoss loss,
      Kernel kernel,
      List<LockstepTrial> trials,
      long batchSize,
      int chunksPerStep) {
    this(blocks, loss, kernel, trials, batchSize, chunksPerStep, Aggregation.automatic());
  }

  /**
   * @param batchSize rows of a minibatch
   * @param chunksPerStep chunks that a minibatch is read from, side by side
   * @param aggregation where sums are evaluated
   */
  public LockstepTraining(
      ShuffledBlocks blocks,
      BlockLoss loss,
      Kernel kernel,
      List<LockstepTrial> trials,
      long batchSize,
      int chunksPerStep,
      Aggregation aggregation) {
    this.job = new StepJob(blocks, aggregation);
    this.loss = loss;
    this.kernel = kernel;
    this.trials = List.copyOf(trials);
    this.groups =
        SeedGroup.of(
            this.trials,
            seed -> new MinibatchPlan(seed, blocks.chunkRows(), batchSize, chunksPerStep));
  }

  @Override
  public boolean hasNext() {
    return trials.stream().anyMatch(LockstepTrial::active);
  }

  /** One step of all trials that take part. */
  @Override
  public TrainingState next() {
    long started = System.nanoTime();
    List<SeedGroup> active = groups.stream().filter(group -> !group.active().isEmpty()).toList();
    if (active.isEmpty()) {
      throw new NoSuchElementException("no trial takes part any more");
    }
    List<LockstepTrial> stepping = trials.stream().filter(LockstepTrial::active).toList();
    List<GradientSums> sums = sums(active);
    for (int g = 0; g < sums.size(); g++) {
      apply(active.get(g).active(), sums.get(g));
    }
    step++;
    rowsSeen += sums.get(0).rows();
    double took = (System.nanoTime() - started) / 1e9;
    seconds += took;
    stepping.forEach(trial -> trial.spend(took / stepping.size()));
    return state();
  }

  @Override
  public TrainingState state() {
    return new TrainingState(
        step, Math.max(0, step - 1) / stepsPerEpoch(), rowsSeen, seconds, trials);
  }

  /** Steps in which every row is visited once. */
  public long stepsPerEpoch() {
    return groups.get(0).plan().stepsPerEpoch();
  }

  @Override
  public void save(SavedState to) {
    to.put("step", step);
    to.put("rowsSeen", rowsSeen);
    to.put("seconds", seconds);
    for (int k = 0; k < trials.size(); k++) {
      trials.get(k).save(to.part("trial" + k));
    }
  }

  @Override
  public void restore(SavedState from) {
    step = from.count("step");
    rowsSeen = from.count("rowsSeen");
    seconds = from.number("seconds");
    for (int k = 0; k < trials.size(); k++) {
      trials.get(k).restore(from.part("trial" + k));
    }
  }

  private List<GradientSums> sums(List<SeedGroup> active) {
    List<GroupWork> work = new ArrayList<>();
    List<int[]> chunks = new ArrayList<>();
    for (SeedGroup group : active) {
      Minibatch minibatch = group.plan().at(step);
      work.add(new GroupWork(group.active(), minibatch));
      chunks.add(minibatch.chunks());
    }
    return job.run(new StepJob.Work(loss, kernel, work), StepJob.union(chunks));
  }

  /** Trials step side by side: each has its own weights and state. */
  private static void apply(List<LockstepTrial> trials, GradientSums sums) {
    if (sums.weight() == 0) {
      return; // a minibatch of rows that weigh nothing is no step
    }
    IntStream.range(0, trials.size())
        .parallel()
        .forEach(
            k ->
                trials
                    .get(k)
                    .step(
                        sums.losses()[k] / sums.weight(),
                        sums.gradients()[k],
                        sums.weight(),
                        sums.rows()));
  }

  /** The trials of one seed and what they all read. */
  private record SeedGroup(MinibatchPlan plan, List<LockstepTrial> trials) {
    /** Groups in the order in which seeds first appear. */
    static List<SeedGroup> of(List<LockstepTrial> trials, LongFunction<MinibatchPlan> plans) {
      Map<Long, List<LockstepTrial>> bySeed =
          trials.stream()
              .collect(
                  Collectors.groupingBy(
                      LockstepTrial::seed, LinkedHashMap::new, Collectors.toUnmodifiableList()));
      return bySeed.entrySet().stream()
          .map(entry -> new SeedGroup(plans.apply(entry.getKey()), entry.getValue()))
          .toList();
    }

    List<LockstepTrial> active() {
      return trials.stream().filter(LockstepTrial::active).toList();
    }
  }
}
