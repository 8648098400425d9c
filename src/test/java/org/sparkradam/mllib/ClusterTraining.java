package org.sparkradam.mllib;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.optimization.GradientDescent;
import org.apache.spark.mllib.optimization.Updater;
import org.apache.spark.mllib.regression.LabeledPoint;
import scala.Tuple2;

/**
 * The driver that {@link UpdaterClusterIT} submits: every trainer of MLlib with every updater, the
 * final weights of each a line of the file that is its argument. Its tasks are of Spark's classes
 * alone, as executors have none of the tests.
 */
public final class ClusterTraining {
  static final String DESCENT = "GRADIENT_DESCENT";
  static final String STREAMING = "STREAMING_LOGISTIC_REGRESSION";
  static final String EXECUTORS = "EXECUTOR_PROCESSES";
  private static final int PARTITIONS = 2;

  private final JavaSparkContext context;
  private final List<String> lines = new ArrayList<>();

  private ClusterTraining(JavaSparkContext context) {
    this.context = context;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    try (JavaSparkContext context = new JavaSparkContext(new SparkConf())) {
      ClusterTraining training = new ClusterTraining(context);
      training.lines.add(EXECUTORS + " " + String.join(" ", training.executorProcesses()));
      for (UpdaterKind kind : UpdaterKind.values()) {
        training.train(kind);
      }
      Files.write(Path.of(arguments[0]), training.lines);
    }
  }

  /** The process that started a task's shell is its executor. */
  private List<String> executorProcesses() {
    List<String> command = List.of("sh", "-c", "cat > /dev/null; sleep 0.5; echo $PPID");
    return context.parallelize(List.of(1, 2, 3, 4), 4).pipe(command).distinct().collect();
  }

  private void train(UpdaterKind kind) throws InterruptedException {
    for (MllibAlgorithm algorithm : MllibAlgorithm.values()) {
      JavaRDD<LabeledPoint> rows = context.parallelize(algorithm.rows, PARTITIONS);
      record(
          kind,
          algorithm.name(),
          algorithm.with(kind.create()).run(rows.rdd()).weights().toArray());
    }
    record(kind, DESCENT, descent(kind.create()));
    List<double[]> afterBatches =
        StreamingTraining.weightsAfterEachBatch(context, kind.create(), batches());
    record(kind, STREAMING, afterBatches.get(afterBatches.size() - 1));
  }

  /** Without a trainer around it, over the pairs that it takes. */
  private double[] descent(Updater updater) {
    List<Tuple2<Object, Vector>> pairs =
        MllibAlgorithm.LOGISTIC_REGRESSION.rows.stream()
            .map(row -> new Tuple2<Object, Vector>(row.label(), row.features()))
            .toList();
    GradientDescent descent =
        new GradientDescent(MllibAlgorithm.LOGISTIC_REGRESSION.gradient, updater)
            .setStepSize(MllibAlgorithm.STEP_SIZE)
            .setNumIterations(MllibAlgorithm.ITERATIONS)
            .setRegParam(MllibAlgorithm.REG_PARAM)
            .setConvergenceTol(0);
    return descent
        .optimize(context.parallelize(pairs, PARTITIONS).rdd(), Vectors.zeros(Rows.FEATURES))
        .toArray();
  }

  static List<List<LabeledPoint>> batches() {
    List<LabeledPoint> rows = MllibAlgorithm.LOGISTIC_REGRESSION.rows;
    return List.of(rows.subList(0, 80), rows.subList(80, 150));
  }

  private void record(UpdaterKind kind, String trainer, double[] weights) {
    String numbers =
        Arrays.stream(weights).mapToObj(Double::toString).collect(Collectors.joining(" "));
    lines.add(kind + "/" + trainer + " " + numbers);
  }
}
