package org.sparkradam.study.fit;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.classification.ClassificationModel;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.feature.IndexToString;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.ml.param.ParamMap;

/**
 * A fitted model with its feature preparation as one pipeline of Spark's own stages, which takes a
 * raw table and gives its columns with the predictions behind them.
 */
final class SavedPipeline {
  static final String PREDICTED_LABEL = "predicted_label";

  private SavedPipeline() {}

  static PipelineModel of(FittedModel fitted) {
    List<Transformer> stages = new ArrayList<>(List.of(fitted.table().preparation().stages()));
    stages.add(knowingItsLabel(fitted));
    if (fitted.model() instanceof ClassificationModel) {
      stages.add(labels(fitted));
    }
    stages.add(columns(fitted));
    return new PipelineModel(fitted.table().preparation().uid(), stages);
  }

  /** The model names the table's label column, so that whoever scores can compare. */
  private static Transformer knowingItsLabel(FittedModel fitted) {
    ParamMap label = new ParamMap();
    label.put(fitted.model().labelCol(), fitted.table().label().column());
    return fitted.model().copy(label);
  }

  private static IndexToString labels(FittedModel fitted) {
    return new IndexToString()
        .setInputCol("prediction")
        .setOutputCol(PREDICTED_LABEL)
        .setLabels(fitted.table().classNames().toArray(String[]::new));
  }

  private static SQLTransformer columns(FittedModel fitted) {
    String given = "SELECT source.*, ";
    return new SQLTransformer().setStatement(given + predictions(fitted) + " FROM __THIS__");
  }

  private static String predictions(FittedModel fitted) {
    if (!(fitted.model() instanceof ClassificationModel)) {
      return "prediction";
    }
    String probability =
        fitted.model() instanceof ProbabilisticClassificationModel ? "probability, " : "";
    return "rawPrediction, " + probability + "prediction, " + PREDICTED_LABEL;
  }
}
