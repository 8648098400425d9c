package org.sparkradam.train.evaluation;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.sparkradam.block.ChunkFunction;
import org.sparkradam.block.RowBlock;
import org.sparkradam.block.RowRange;
import org.sparkradam.block.Shared;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.loss.BlockView;
import org.sparkradam.loss.Scoring;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.loss.kernel.LabelledRows;
import org.sparkradam.loss.kernel.Matrix;

/**
 * Loss and metric of many weight vectors over the same rows, in one pass for as many as fit.
 *
 * <p>What chunks give is merged in their order, so that the same rows give the same bits.
 * Immutable.
 */
public final class Evaluator {
  /** Weights in one pass: 64 MB on each executor. */
  private static final long WEIGHTS_A_PASS = 8_000_000;

  /** Bins of the area under the curve are the costliest thing that a task sends back. */
  private static final int VECTORS_A_PASS = 256;

  private final ShuffledBlocks blocks;
  private final Scoring loss;
  private final Kernel kernel;
  private final Metric metric;
  private final RowSelection rows;

  private Evaluator(
      ShuffledBlocks blocks, Scoring loss, Kernel kernel, Metric metric, RowSelection rows) {
    this.blocks = blocks;
    this.loss = loss;
    this.kernel = kernel;
    this.metric = metric;
    this.rows = rows;
  }

  /** Over all rows of the blocks, which have to stay open. */
  public static Evaluator over(ShuffledBlocks blocks, Scoring loss, Kernel kernel, Metric metric) {
    return new Evaluator(
        blocks, loss, kernel, metric, RowSelection.first(blocks.rows(), blocks.chunkRows()));
  }

  /** Over so many of the rows only, drawn at random when the blocks were made. */
  public Evaluator onSampleOf(long most) {
    return new Evaluator(
        blocks, loss, kernel, metric, RowSelection.first(most, blocks.chunkRows()));
  }

  /** How many rows are looked at. */
  public long rows() {
    return rows.rows();
  }

  /** What is measured beside the mean loss. */
  public Metric metric() {
    return metric;
  }

  /** One evaluation a weight vector, in their order; NaN for weights that are not finite. */
  public List<Evaluation> evaluate(List<double[]> weights) {
    List<double[]> finite = weights.stream().filter(Evaluator::isFinite).toList();
    Iterator<Evaluation> evaluations = evaluateFinite(finite).iterator();
    return weights.stream().map(w -> isFinite(w) ? evaluations.next() : Evaluation.NONE).toList();
  }

  private static boolean isFinite(double[] weights) {
    return Arrays.stream(weights).allMatch(Double::isFinite);
  }

  private List<Evaluation> evaluateFinite(List<double[]> weights) {
    int atOnce = (int) Math.max(1, Math.min(VECTORS_A_PASS, WEIGHTS_A_PASS / loss.weightCount()));
    List<Evaluation> evaluations = new ArrayList<>();
    for (int from = 0; from < weights.size(); from += atOnce) {
      List<double[]> batch = weights.subList(from, Math.min(weights.size(), from + atOnce));
      evaluations.addAll(pass(batch.toArray(double[][]::new)));
    }
    return evaluations;
  }

  private List<Evaluation> pass(double[][] weights) {
    try (Shared<double[][]> shared = blocks.share(weights, bytes(weights))) {
      MetricTally empty = metric.tally(weights.length, scores(shared, weights.length));
      return sums(shared, new EvaluationTask(loss, kernel, rows, empty), weights.length).means();
    }
  }

  private static long bytes(double[][] weights) {
    return 8L * weights.length * weights[0].length;
  }

  // Bins of many areas under the curve are too large to travel in the task.
  private EvaluationSums sums(Shared<double[][]> weights, EvaluationTask task, int vectors) {
    try (Shared<EvaluationTask> shared = blocks.share(task, Long.MAX_VALUE)) {
      EvaluationSums total = new EvaluationSums(vectors, task.empty().fresh());
      onChunks(rows, (chunk, block) -> shared.value().sums(chunk, block, weights.value()))
          .forEach(total::merge);
      return total;
    }
  }

  /** Of each weight vector the scores of a few rows, where the metric asks for them. */
  private double[][] scores(Shared<double[][]> weights, int vectors) {
    RowSelection few =
        RowSelection.first(Math.min(metric.sampleRows(), rows.rows()), blocks.chunkRows());
    ScoreTask task = new ScoreTask(loss, kernel, few);
    List<double[][]> parts =
        onChunks(few, (chunk, block) -> task.scores(chunk, block, weights.value()));
    double[][] all = new double[vectors][];
    Arrays.setAll(
        all, v -> parts.stream().flatMapToDouble(part -> Arrays.stream(part[v])).toArray());
    return all;
  }

  private <R> List<R> onChunks(RowSelection selection, ChunkFunction<R> task) {
    int[] chunks = selection.chunks();
    return chunks.length == 0 ? List.of() : blocks.run(chunks, task);
  }

  /** Sums losses and counts over a chunk's selected rows. */
  private record EvaluationTask(Scoring loss, Kernel kernel, RowSelection rows, MetricTally empty)
      implements Serializable {
    EvaluationSums sums(int chunk, RowBlock block, double[][] weights) {
      EvaluationSums sums = new EvaluationSums(weights.length, empty.fresh());
      BlockView<Scoring> view = BlockView.of(loss, weights, block);
      view.loss().score(block, rows.of(chunk), view.weights(), sums::add, kernel);
      return sums;
    }
  }

  /** The scores of a chunk's selected rows themselves. */
  private record ScoreTask(Scoring loss, Kernel kernel, RowSelection rows) implements Serializable {
    /** Of each weight vector one score a row. */
    double[][] scores(int chunk, RowBlock block, double[][] weights) {
      double[][] scores = new double[weights.length][rows.of(chunk).rows()];
      int[] next = new int[weights.length];
      BlockView<Scoring> view = BlockView.of(loss, weights, block);
      view.loss()
          .score(
              block,
              rows.of(chunk),
              view.weights(),
              (vector, tile, margins, unused) -> {
                for (int row = 0; row < tile.rows(); row++) {
                  scores[vector][next[vector]++] = RankingScore.of(margins, row);
                }
              },
              kernel);
      return scores;
    }
  }

  /** Sums of one chunk's losses and counts under many weight vectors. Not thread-safe. */
  private static final class EvaluationSums implements Serializable {
    private static final long serialVersionUID = 1L;

    private final double[] losses;
    private final MetricTally tally;
    private double weight;

    EvaluationSums(int vectors, MetricTally tally) {
      this.losses = new double[vectors];
      this.tally = tally;
    }

    /** Takes what one weight vector makes of some rows. */
    void add(int vector, LabelledRows rows, Matrix margins, double loss) {
      losses[vector] += loss;
      tally.add(vector, rows, margins);
      for (int row = 0; vector == 0 && row < rows.rows(); row++) {
        weight += rows.weight(row);
      }
    }

    void merge(EvaluationSums other) {
      for (int v = 0; v < losses.length; v++) {
        losses[v] += other.losses[v];
      }
      tally.merge(other.tally);
      weight += other.weight;
    }

    List<Evaluation> means() {
      return IntStream.range(0, losses.length)
          .mapToObj(v -> new Evaluation(losses[v] / weight, tally.value(v)))
          .toList();
    }
  }

  /**
   * Which rows of which chunks are looked at. Since rows were shuffled at ingest, the first ones of
   * the first chunks are as good a sample as any.
   *
   * @param ranges by chunk, none empty
   */
  private record RowSelection(SortedMap<Integer, RowRange> ranges) implements Serializable {
    RowSelection {
      ranges = Collections.unmodifiableSortedMap(new TreeMap<>(ranges));
    }

    /** The first rows of as few chunks as have them, at most {@code rows}. */
    static RowSelection first(long rows, int[] chunkRows) {
      SortedMap<Integer, RowRange> ranges = new TreeMap<>();
      long left = rows;
      for (int chunk = 0; chunk < chunkRows.length && left > 0; chunk++) {
        int taken = (int) Math.min(left, chunkRows[chunk]);
        if (taken > 0) {
          ranges.put(chunk, new RowRange(0, taken));
        }
        left -= taken;
      }
      return new RowSelection(ranges);
    }

    RowRange of(int chunk) {
      return ranges.get(chunk);
    }

    /** The chunks' numbers, ascending. */
    int[] chunks() {
      return ranges.keySet().stream().mapToInt(Integer::intValue).toArray();
    }

    long rows() {
      return ranges.values().stream().mapToLong(RowRange::rows).sum();
    }
  }
}
