package org.sparkradam.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.sparkradam.block.IngestSettings;
import org.sparkradam.block.LabeledRow;
import org.sparkradam.block.MinibatchPlan;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.loss.LinearLoss;
import org.sparkradam.loss.Logistic;
import org.sparkradam.loss.Term;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.RAdam;
import org.sparkradam.train.LockstepTraining;
import org.sparkradam.train.LockstepTrial;

/**
 * What the parts of a benchmark share: sizes, tables and trainings.
 *
 * @param scale of rows, batches and the many features of sparse rows; 1 is what was promised for
 * @param rounds that count, of each measurement
 */
record Bench(JavaSparkContext context, double scale, int rounds, BenchmarkProgress progress) {
  static final int FEATURES = 28;

  /** Steps in a block of a round: some epochs' worth of chunks in all rounds. */
  static final int STEPS = 40;

  private static final long SEED = 1;

  /** So many at full scale, at least 40. */
  long scaled(long number) {
    return Math.max(40, Math.round(scale * number));
  }

  long rows() {
    return scaled(2_000_000);
  }

  long batch() {
    return scaled(20_000);
  }

  /** Spark's own paths through a job of milliseconds are compiled only after a thousand of them. */
  Turns turns() {
    return new Turns(4 * rounds, rounds);
  }

  /** Where a round takes long; its warming up is helped by {@link #warmUp}. */
  Turns fewTurns() {
    return new Turns(Math.max(1, rounds / 2), Math.max(1, rounds / 2));
  }

  /** Steps enough that jobs are compiled, whatever part comes first. */
  void warmUp(ShuffledBlocks blocks) {
    progress.say("warming up");
    for (int i = 0; i < 4 * rounds; i++) {
      steps(blocks, 1, batch(), STEPS).block();
    }
  }

  /** A table of so many dense rows, cached. */
  ShuffledBlocks dense(long rows) {
    progress.say(String.format(Locale.ROOT, "shuffling %,d rows of %d features", rows, FEATURES));
    return shuffled(BenchmarkRows.dense(context, rows, FEATURES));
  }

  ShuffledBlocks shuffled(JavaRDD<LabeledRow> rows) {
    return ShuffledBlocks.ingest(rows, IngestSettings.of(SEED));
  }

  /** K trials of one seed, RAdam at different rates. */
  LockstepTraining training(ShuffledBlocks blocks, int trials, long batch) {
    double[] start = new double[blocks.features() + 1];
    return new LockstepTraining(
        blocks,
        new LinearLoss(new Logistic(), blocks.features(), Term.FITTED),
        Kernel.ofThisJvm(),
        IntStream.range(0, trials)
            .mapToObj(k -> LockstepTrial.of(SEED, radam(0.01 / (k + 1)), start))
            .toList(),
        batch,
        chunksPerStep(blocks, batch));
  }

  /** What the trials of {@link #training} read. */
  MinibatchPlan plan(ShuffledBlocks blocks, long batch) {
    return new MinibatchPlan(SEED, blocks.chunkRows(), batch, chunksPerStep(blocks, batch));
  }

  /** Steps of such a training. */
  Side steps(ShuffledBlocks blocks, int trials, long batch, int steps) {
    return Side.of(steps, training(blocks, trials, batch)::next);
  }

  List<Timings> measure(String what, Turns turns, List<Side> sides) {
    progress.say("measuring " + what);
    return turns.of(sides);
  }

  private static int chunksPerStep(ShuffledBlocks blocks, long batch) {
    return MinibatchPlan.defaultChunksPerStep(
        batch, blocks.valuesPerRow(), blocks.chunkRows().length);
  }

  private static Optimizer radam(double rate) {
    return Optimizer.of(RAdam.defaults(), rate);
  }
}
