package org.sparkradam.fit;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.catalyst.expressions.XXH64;

/**
 * Predictions and labels of all rows, or of a random sample where they are more than {@value
 * #MOST}: of the rows whose hash of place and number ends in as many zeros as it takes. The same
 * partitions give the same sample. Not thread-safe.
 */
final class ResidualSample implements Serializable {
  static final int MOST = 100_000;

  private static final long serialVersionUID = 1L;
  private static final long SEED = 42;

  private double[] predictions = new double[0];
  private double[] labels = new double[0];
  private long[] hashes = new long[0];
  private int size;
  private int zeros;
  private long rows;

  /** A row and what the model says of it. */
  record Pair(double prediction, double label) {
    double residual() {
      return label - prediction;
    }
  }

  void add(double prediction, double label) {
    long place = XXH64.hashLong(TaskContext.getPartitionId(), SEED);
    add(prediction, label, XXH64.hashLong(rows++, place));
  }

  private void add(double prediction, double label, long hash) {
    if (!isKept(hash)) {
      return;
    }
    if (size == hashes.length) {
      int longer = Math.min(MOST + 1, Math.max(16, 2 * size));
      predictions = Arrays.copyOf(predictions, longer);
      labels = Arrays.copyOf(labels, longer);
      hashes = Arrays.copyOf(hashes, longer);
    }
    predictions[size] = prediction;
    labels[size] = label;
    hashes[size++] = hash;
    while (size > MOST) {
      thin(zeros + 1);
    }
  }

  private boolean isKept(long hash) {
    return Long.numberOfTrailingZeros(hash) >= zeros;
  }

  private void thin(int more) {
    zeros = more;
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (isKept(hashes[i])) {
        predictions[kept] = predictions[i];
        labels[kept] = labels[i];
        hashes[kept++] = hashes[i];
      }
    }
    size = kept;
  }

  void plus(ResidualSample other) {
    if (other.zeros > zeros) {
      thin(other.zeros);
    }
    rows += other.rows;
    for (int i = 0; i < other.size; i++) {
      add(other.predictions[i], other.labels[i], other.hashes[i]);
    }
  }

  /** Whether some rows are left out. */
  boolean isPart() {
    return size < rows;
  }

  /** From the lowest prediction on. */
  List<Pair> pairs() {
    return IntStream.range(0, size)
        .mapToObj(i -> new Pair(predictions[i], labels[i]))
        .sorted(Comparator.comparingDouble(Pair::prediction).thenComparingDouble(Pair::label))
        .toList();
  }
}
