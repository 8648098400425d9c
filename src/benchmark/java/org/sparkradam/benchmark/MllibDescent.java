package org.sparkradam.benchmark;

import java.util.stream.DoubleStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.optimization.GradientDescent;
import org.apache.spark.mllib.optimization.LogisticGradient;
import org.apache.spark.mllib.optimization.SimpleUpdater;
import org.apache.spark.storage.StorageLevel;
import org.sparkradam.block.LabeledRow;
import scala.Tuple2;

/** Iterations of MLlib's own descent over cached rows, timed from update to update. */
final class MllibDescent implements Side, AutoCloseable {
  private final JavaRDD<Tuple2<Object, Vector>> rows;
  private final int features;
  private final double fraction;
  private final int iterations;

  private MllibDescent(
      JavaRDD<Tuple2<Object, Vector>> rows, int features, double fraction, int iterations) {
    this.rows = rows;
    this.features = features;
    this.fraction = fraction;
    this.iterations = iterations;
  }

  /** Caches the rows. */
  static MllibDescent over(
      JavaRDD<LabeledRow> source, int features, double fraction, int iterations) {
    JavaRDD<Tuple2<Object, Vector>> pairs =
        source.map(row -> new Tuple2<>(row.label(), Vectors.fromML(row.features())));
    pairs.persist(StorageLevel.MEMORY_ONLY()).count();
    return new MllibDescent(pairs, features, fraction, iterations);
  }

  @Override
  public double[] block() {
    WatchedUpdater updater = new WatchedUpdater();
    new GradientDescent(new LogisticGradient(), updater)
        .setMiniBatchFraction(fraction)
        .setConvergenceTol(0)
        .setNumIterations(iterations + 1)
        .optimize(rows.rdd(), Vectors.zeros(features));
    return updater.intervals();
  }

  @Override
  public void close() {
    rows.unpersist(true);
  }

  /** Lives on the driver, one run long. */
  private static final class WatchedUpdater extends SimpleUpdater {
    private static final long serialVersionUID = 1L;

    private final DoubleStream.Builder intervals = DoubleStream.builder();
    private long last;

    @Override
    public Tuple2<Vector, Object> compute(
        Vector weights, Vector gradient, double stepSize, int iteration, double regParam) {
      Tuple2<Vector, Object> stepped =
          super.compute(weights, gradient, stepSize, iteration, regParam);
      long now = System.nanoTime();
      // MLlib's first call only asks for the penalty, with a step size of 0.
      if (last != 0) {
        intervals.add((now - last) / 1e6);
      }
      last = stepSize == 0 ? 0 : now;
      return stepped;
    }

    double[] intervals() {
      return intervals.build().toArray();
    }
  }
}
