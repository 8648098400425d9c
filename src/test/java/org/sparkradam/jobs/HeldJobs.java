package org.sparkradam.jobs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.fit.FittedModel;
import org.sparkradam.fit.InMemory;
import org.sparkradam.fit.LabelledPredictions;
import org.sparkradam.fit.LoadedPipeline;
import org.sparkradam.fit.Predictions;
import org.sparkradam.table.PreparedTable;
import org.sparkradam.table.ScoringTable;
import picocli.CommandLine.Mixin;

/**
 * Training and scoring by the commands of the jobs, with all that these read, check and compute but
 * no file left: to write and read a pipeline and its report takes most of a job on a small table.
 */
final class HeldJobs {
  private HeldJobs() {}

  /** What {@link Train} does, but for its files. */
  static final class HeldTrain implements Job {
    @Mixin Train train = new Train();
    private LoadedPipeline pipeline;
    private Map<String, Double> tested = Map.of();

    /** The metrics of the test rows. */
    Map<String, Double> tested() {
      return tested;
    }

    LoadedPipeline pipeline() {
      return pipeline;
    }

    @Override
    public String title() {
      return train.title();
    }

    @Override
    public String master() {
      return null;
    }

    @Override
    public void check() {
      train.check();
    }

    @Override
    public void run(SparkSession spark, List<String> arguments) {
      PreparedTable prepared = train.prepared(spark, InputTable.of(train.table, spark));
      FittedModel fitted = train.fitted(spark, prepared);
      tested = InMemory.tested(fitted);
      pipeline = InMemory.loaded(fitted);
    }
  }

  /** What {@link Score} does, but for its files. */
  static final class HeldScore implements Job {
    @Mixin Score score = new Score();
    private final LoadedPipeline pipeline;
    private final Map<String, Double> metrics = new TreeMap<>();

    HeldScore(LoadedPipeline pipeline) {
      this.pipeline = pipeline;
    }

    Map<String, Double> metrics() {
      return metrics;
    }

    @Override
    public String title() {
      return score.title();
    }

    @Override
    public String master() {
      return null;
    }

    @Override
    public void check() {}

    @Override
    public void run(SparkSession spark, List<String> arguments) {
      ScoringTable table = score.table(spark, pipeline);
      Predictions predictions = Predictions.of(pipeline, table.rows());
      LabelledPredictions labelled = LabelledPredictions.of(predictions, score.labelOf(pipeline));
      labelled.notes().forEach(System.out::println);
      if (labelled.metrics().isEmpty()) {
        predictions.rows().write().format("noop").mode("overwrite").save();
      } else {
        metrics.putAll(InMemory.defined(labelled.metrics().get()));
        System.out.println(metrics);
      }
    }
  }
}
