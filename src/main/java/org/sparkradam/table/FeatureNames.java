package org.sparkradam.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.feature.StringIndexerModel;

/** Names the elements of the feature vector as the user would. */
final class FeatureNames {
  private static final String UNSEEN = "(unseen or missing)";

  private FeatureNames() {}

  /**
   * @param firstIndex what the first element of a vector column is called; LIBSVM counts from one
   */
  static List<String> of(List<FeatureColumn> columns, PipelineModel fitted, int firstIndex) {
    List<String> names = new ArrayList<>();
    FeatureChoice.only(columns, FeatureColumn.Numeric.class).forEach(c -> names.add(c.name()));
    names.addAll(categories(FeatureChoice.only(columns, FeatureColumn.OneHot.class), fitted));
    for (FeatureColumn.Hashed hashed : FeatureChoice.only(columns, FeatureColumn.Hashed.class)) {
      numbered(names, hashed.name() + "#", 0, hashed.buckets(), "");
    }
    for (FeatureColumn.Plain vector : FeatureChoice.only(columns, FeatureColumn.Plain.class)) {
      numbered(names, vector.name() + "[", firstIndex, vector.size(), "]");
    }
    for (FeatureColumn.Scaled vector : FeatureChoice.only(columns, FeatureColumn.Scaled.class)) {
      numbered(names, vector.name() + "[", firstIndex, vector.size(), "]");
    }
    return names;
  }

  private static List<String> categories(List<FeatureColumn.OneHot> columns, PipelineModel fitted) {
    List<String> names = new ArrayList<>();
    Arrays.stream(fitted.stages())
        .filter(StringIndexerModel.class::isInstance)
        .map(stage -> ((StringIndexerModel) stage).labelsArray())
        .forEach(
            labels -> {
              for (int i = 0; i < columns.size(); i++) {
                String prefix = columns.get(i).name() + "=";
                Stream.concat(Arrays.stream(labels[i]), Stream.of(UNSEEN))
                    .forEach(category -> names.add(prefix + category));
              }
            });
    return names;
  }

  private static void numbered(
      List<String> names, String before, int from, int count, String after) {
    for (int i = from; i < from + count; i++) {
      names.add(before + i + after);
    }
  }
}
