package org.sparkradam.fit;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PredictionModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.classification.ClassificationModel;
import org.apache.spark.ml.feature.IndexToString;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.shared.HasProbabilityCol;
import org.apache.spark.ml.param.shared.HasRawPredictionCol;

/**
 * A fitted model with its feature preparation as one pipeline of Spark's own stages, which takes a
 * raw table and gives its columns with the predictions behind them. None of those has the name of a
 * column of the training table, whatever that was: else the table could never be scored.
 */
final class SavedPipeline {
  private final FittedModel fitted;
  private final Set<String> taken = new HashSet<>();

  private SavedPipeline(FittedModel fitted) {
    this.fitted = fitted;
    fitted.table().schema().names().map(SavedPipeline::lower).forEach(taken::add);
    taken.addAll(List.of("source", "features"));
  }

  static PipelineModel of(FittedModel fitted) {
    return new SavedPipeline(fitted).pipeline();
  }

  private PipelineModel pipeline() {
    List<Transformer> stages = new ArrayList<>(List.of(fitted.table().preparation().stages()));
    PredictionModel<?, ?> model = named();
    stages.add(model);
    PredictedColumns added = PredictedColumns.of(model);
    List<String> given = new ArrayList<>();
    added.raw().ifPresent(given::add);
    added.probability().ifPresent(given::add);
    given.add(added.prediction());
    if (model instanceof ClassificationModel) {
      IndexToString labels = labels(added.prediction());
      stages.add(labels);
      given.add(labels.getOutputCol());
    }
    String columns = given.stream().map(name -> "`" + name + "`").collect(joining(", "));
    stages.add(new SQLTransformer().setStatement("SELECT source.*, " + columns + " FROM __THIS__"));
    return new PipelineModel(fitted.table().preparation().uid(), stages);
  }

  /** The model names the table's label column, so that whoever scores can compare. */
  private PredictionModel<?, ?> named() {
    PredictionModel<?, ?> model = fitted.model();
    ParamMap names = new ParamMap();
    names.put(model.labelCol(), fitted.table().label().column());
    names.put(model.predictionCol(), free(model.getPredictionCol()));
    if (model instanceof HasRawPredictionCol raw) {
      names.put(raw.rawPredictionCol(), free(raw.getRawPredictionCol()));
    }
    if (model instanceof HasProbabilityCol probable) {
      names.put(probable.probabilityCol(), free(probable.getProbabilityCol()));
    }
    return model.copy(names);
  }

  private IndexToString labels(String prediction) {
    return new IndexToString()
        .setInputCol(prediction)
        .setOutputCol(free("predicted_label"))
        .setLabels(fitted.table().classNames().toArray(String[]::new));
  }

  /** The name, or with the first number behind it that makes it new; Spark tells no cases apart. */
  private String free(String name) {
    String free =
        Stream.concat(
                Stream.of(name), IntStream.iterate(2, i -> i + 1).mapToObj(i -> name + "_" + i))
            .filter(candidate -> !taken.contains(lower(candidate)))
            .findFirst()
            .orElseThrow();
    taken.add(lower(free));
    return free;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
