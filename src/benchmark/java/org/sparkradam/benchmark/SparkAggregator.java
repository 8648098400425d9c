package org.sparkradam.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.feature.Instance;
import org.apache.spark.ml.feature.InstanceBlock;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.optim.aggregator.BinaryLogisticBlockAggregator;
import org.sparkradam.block.DenseBlock;
import org.sparkradam.block.RowBlock;
import org.sparkradam.block.ScalaCollections;
import org.sparkradam.block.SparseBlock;
import scala.reflect.ClassTag;

/**
 * The gradient as a task of Spark's {@code LogisticRegression} computes it, without the task.
 *
 * @param blocks the rows as Spark packs them
 */
record SparkAggregator(List<InstanceBlock> blocks, int features) {
  /** Of Spark's default size. */
  static SparkAggregator over(RowBlock block) {
    Iterator<Instance> rows =
        IntStream.range(0, block.rows())
            .mapToObj(row -> new Instance(block.label(row), block.weight(row), vector(block, row)))
            .iterator();
    long bytes = (long) (InstanceBlock.DefaultBlockSizeInMB() * (1 << 20));
    List<InstanceBlock> blocks = new ArrayList<>();
    ScalaCollections.asJava(
            InstanceBlock.blokifyWithMaxMemUsage(ScalaCollections.asScala(rows), bytes))
        .forEachRemaining(blocks::add);
    return new SparkAggregator(blocks, block.features());
  }

  private static Vector vector(RowBlock block, int row) {
    if (block instanceof DenseBlock dense) {
      int from = row * dense.features();
      return Vectors.dense(Arrays.copyOfRange(dense.values(), from, from + dense.features()));
    }
    SparseBlock sparse = (SparseBlock) block;
    int from = sparse.rowStarts()[row];
    int to = sparse.rowStarts()[row + 1];
    return Vectors.sparse(
        sparse.features(),
        Arrays.copyOfRange(sparse.indices(), from, to),
        Arrays.copyOfRange(sparse.values(), from, to));
  }

  Side side(int evaluations) {
    return Side.of(evaluations, this::gradient);
  }

  /** With an intercept and centred features, as by default. */
  private Vector gradient() {
    double[] ones = new double[features];
    Arrays.fill(ones, 1);
    BinaryLogisticBlockAggregator aggregator =
        new BinaryLogisticBlockAggregator(
            new Handed<>(ones),
            new Handed<>(new double[features]),
            true,
            true,
            new Handed<>(Vectors.dense(BenchmarkBlocks.weights(features + 1, 0))));
    blocks.forEach(aggregator::add);
    return aggregator.gradient();
  }

  /** A broadcast within one thread. */
  private static final class Handed<T> extends Broadcast<T> {
    private static final long serialVersionUID = 1L;

    private final transient T value;

    Handed(T value) {
      super(0, ClassTag.apply(Object.class));
      this.value = value;
    }

    @Override
    public T getValue() {
      return value;
    }

    @Override
    public void doUnpersist(boolean blocking) {}

    @Override
    public void doDestroy(boolean blocking) {}
  }
}
