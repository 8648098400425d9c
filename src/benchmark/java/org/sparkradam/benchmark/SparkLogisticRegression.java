package org.sparkradam.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparkradam.block.LabeledRow;
import org.sparkradam.block.ScalaCollections;

/**
 * Evaluations of loss and gradient in fits of Spark's {@code LogisticRegression}, which caches its
 * own blocks: from the start of one evaluation's job to that of the next, so that, as with ours,
 * what the driver does between them counts.
 */
record SparkLogisticRegression(Dataset<Row> rows, int iterations) implements Side {
  private static final String EVALUATION = "RDDLossFunction";
  private static final StructType SCHEMA =
      new StructType()
          .add("label", DataTypes.DoubleType)
          .add("features", SQLDataTypes.VectorType());

  static SparkLogisticRegression over(JavaRDD<LabeledRow> source, int iterations) {
    JavaRDD<Row> rows = source.map(row -> RowFactory.create(row.label(), row.features()));
    SparkSession session = SparkSession.builder().getOrCreate();
    return new SparkLogisticRegression(session.createDataFrame(rows, SCHEMA), iterations);
  }

  @Override
  public double[] block() {
    Evaluations evaluations = new Evaluations();
    rows.sparkSession().sparkContext().addSparkListener(evaluations);
    try {
      new LogisticRegression().setMaxIter(iterations).setTol(0).fit(rows);
      return evaluations.intervals();
    } finally {
      rows.sparkSession().sparkContext().removeSparkListener(evaluations);
    }
  }

  /** Told of jobs by Spark's own thread, in time and in order, but late. */
  private static final class Evaluations extends SparkListener {
    private static final int PATIENCE = 50;

    private final List<Long> starts = new ArrayList<>();
    private int running;

    @Override
    public synchronized void onJobStart(SparkListenerJobStart job) {
      running++;
      if (ScalaCollections.asJava(job.stageInfos()).stream()
          .anyMatch(stage -> stage.name().contains(EVALUATION))) {
        starts.add(job.time());
      }
    }

    @Override
    public synchronized void onJobEnd(SparkListenerJobEnd job) {
      running--;
      notifyAll();
    }

    synchronized double[] intervals() {
      try {
        for (int i = 0; i < PATIENCE && (running > 0 || starts.size() < 2); i++) {
          wait(100);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      List<Long> known = List.copyOf(starts);
      return IntStream.range(1, known.size())
          .mapToDouble(i -> known.get(i) - known.get(i - 1))
          .toArray();
    }
  }
}
