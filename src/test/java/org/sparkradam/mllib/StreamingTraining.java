package org.sparkradam.mllib;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.mllib.classification.StreamingLogisticRegressionWithSGD;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.optimization.Updater;
import org.apache.spark.mllib.regression.LabeledPoint;
import org.apache.spark.streaming.Durations;
import org.apache.spark.streaming.api.java.JavaDStream;
import org.apache.spark.streaming.api.java.JavaStreamingContext;

/** MLlib's streaming logistic regression over a queue of batches, one an interval. */
final class StreamingTraining {
  private static final long TIMEOUT_SECONDS = 120;

  private StreamingTraining() {}

  /** The weights after each batch; an empty batch changes none. */
  static List<double[]> weightsAfterEachBatch(
      JavaSparkContext context, Updater updater, List<List<LabeledPoint>> batches)
      throws InterruptedException {
    StreamingLogisticRegressionWithSGD regression = regression(updater);
    List<double[]> weights = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch pending = new CountDownLatch(batches.size());
    try (Streaming streaming = new Streaming(context)) {
      JavaDStream<LabeledPoint> stream = streaming.queue(context, batches);
      regression.trainOn(stream);
      // Spark runs the outputs of a batch in their order, so this one sees the trained model.
      stream.foreachRDD(
          batch -> {
            weights.add(regression.latestModel().weights().toArray().clone());
            pending.countDown();
          });
      streaming.start();
      if (!pending.await(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(pending.getCount() + " batches were not processed");
      }
    }
    return List.copyOf(weights).subList(0, batches.size());
  }

  private static StreamingLogisticRegressionWithSGD regression(Updater updater) {
    StreamingLogisticRegressionWithSGD regression =
        new StreamingLogisticRegressionWithSGD()
            .setStepSize(MllibAlgorithm.STEP_SIZE)
            .setNumIterations(MllibAlgorithm.ITERATIONS)
            .setRegParam(MllibAlgorithm.REG_PARAM)
            .setInitialWeights(Vectors.zeros(Rows.FEATURES));
    regression.algorithm().optimizer().setUpdater(updater).setConvergenceTol(0);
    return regression;
  }

  /** Leaves the Spark context running when it is closed. */
  @SuppressWarnings("deprecation")
  private record Streaming(JavaStreamingContext streams) implements AutoCloseable {
    Streaming(JavaSparkContext context) {
      this(new JavaStreamingContext(context, Durations.milliseconds(200)));
    }

    JavaDStream<LabeledPoint> queue(JavaSparkContext context, List<List<LabeledPoint>> batches) {
      Queue<JavaRDD<LabeledPoint>> queue = new ArrayDeque<>();
      batches.forEach(batch -> queue.add(context.parallelize(batch, 1)));
      return streams.queueStream(queue);
    }

    void start() {
      streams.start();
    }

    @Override
    public void close() {
      streams.stop(false, false);
    }
  }
}
