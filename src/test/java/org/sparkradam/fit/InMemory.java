package org.sparkradam.fit;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PredictionModel;
import org.sparkradam.table.ScoringTable;

/** What files hold between training and scoring, without the files. */
public final class InMemory {
  private InMemory() {}

  /** The metrics of the test rows that are defined. */
  public static Map<String, Double> tested(FittedModel fitted) {
    return defined(FitReport.measured(fitted, fitted.table().test()).metrics());
  }

  /** The metrics that are defined. */
  public static Map<String, Double> defined(Map<String, Measured> metrics) {
    Map<String, Double> defined = new TreeMap<>();
    metrics.forEach(
        (name, one) -> {
          if (one.isDefined()) {
            defined.put(name, one.value());
          }
        });
    return defined;
  }

  /** The pipeline that would have been saved. */
  public static LoadedPipeline loaded(FittedModel fitted) {
    PipelineModel pipeline = SavedPipeline.of(fitted);
    PredictionModel<?, ?> model =
        Stream.of(pipeline.stages())
            .filter(PredictionModel.class::isInstance)
            .map(stage -> (PredictionModel<?, ?>) stage)
            .findFirst()
            .orElseThrow();
    return new LoadedPipeline(
        pipeline, model, ScoringTable.withListed(fitted.table().schema(), pipeline));
  }
}
