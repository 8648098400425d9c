package org.sparkradam.train;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.sparkradam.block.Minibatch;
import org.sparkradam.block.MinibatchPlan;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.loss.BlockLoss;
import org.sparkradam.loss.GradientSums;
import org.sparkradam.loss.Kernel;

/**
 * Trains trials in lock-step: a step is one Spark job that takes the weights of all trials out and
 * brings all of their gradients back. An iterator of states; whoever iterates decides when it is
 * enough. A trial that diverges drops out, the others go on unchanged.
 *
 * <p>Not thread-safe.
 */
public final class LockstepTraining implements Iterator<TrainingState> {
  private final StepJob job;
  private final BlockLoss loss;
  private final Kernel kernel;
  private final List<LockstepTrial> trials;
  private final List<SeedGroup> groups;
  private long step;
  private long rowsSeen;

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
    this.job = new StepJob(blocks);
    this.loss = loss;
    this.kernel = kernel;
    this.trials = List.copyOf(trials);
    this.groups =
        SeedGroup.of(
            this.trials,
            seed -> new MinibatchPlan(seed, blocks.chunkRows(), batchSize, chunksPerStep));
  }

  /** Whether a trial is left that has not diverged. */
  @Override
  public boolean hasNext() {
    return trials.stream().anyMatch(LockstepTrial::active);
  }

  /** One step of all trials that have not diverged. */
  @Override
  public TrainingState next() {
    List<SeedGroup> active = groups.stream().filter(group -> !group.active().isEmpty()).toList();
    if (active.isEmpty()) {
      throw new NoSuchElementException("every trial has diverged");
    }
    List<GroupWork> work = new ArrayList<>();
    List<int[]> chunks = new ArrayList<>();
    for (SeedGroup group : active) {
      Minibatch minibatch = group.plan().at(step);
      work.add(new GroupWork(group.active(), minibatch));
      chunks.add(minibatch.chunks());
    }
    List<GradientSums> sums = job.run(new StepWork(loss, kernel, work), StepJob.union(chunks));
    for (int g = 0; g < sums.size(); g++) {
      apply(active.get(g).active(), sums.get(g));
    }
    step++;
    rowsSeen += sums.get(0).rows();
    return new TrainingState(step, active.get(0).plan().at(step - 1).epoch(), rowsSeen, trials);
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
                        mean(sums.gradients()[k], sums.weight())));
  }

  private static double[] mean(double[] sum, double weight) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= weight;
    }
    return sum;
  }
}
