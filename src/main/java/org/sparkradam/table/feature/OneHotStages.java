package org.sparkradam.table.feature;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.OneHotEncoderModel;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.StringIndexerModel;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Spark's stages that look texts up in lists and encode the places one-hot. */
record OneHotStages(String[] inputs, String[] indices, String[] encoded) {

  /**
   * Two stages, which need not be fitted where the categories are known.
   *
   * @param levels the categories of each input, in any order
   */
  List<PipelineStage> of(SparkSession session, List<Optional<Collection<String>>> levels) {
    OneHotEncoder encoder =
        new OneHotEncoder().setDropLast(false).setInputCols(indices).setOutputCols(encoded);
    if (levels.stream().allMatch(Optional::isPresent)) {
      List<List<String>> sorted =
          levels.stream().map(list -> list.get().stream().sorted().toList()).toList();
      return List.of(indexer(inputs, sorted, indices), fitted(session, encoder, sorted));
    }
    StringIndexer indexer =
        new StringIndexer()
            .setStringOrderType("alphabetAsc")
            .setHandleInvalid("keep")
            .setInputCols(inputs)
            .setOutputCols(indices);
    return List.of(indexer, encoder);
  }

  /** A stage that gives the place of a text in a list, and one more for what is not in it. */
  static StringIndexerModel indexer(String[] inputs, List<List<String>> levels, String[] outputs) {
    String[][] labels =
        levels.stream().map(list -> list.toArray(String[]::new)).toArray(String[][]::new);
    return new StringIndexerModel(labels)
        .setHandleInvalid("keep")
        .setInputCols(inputs)
        .setOutputCols(outputs);
  }

  /** Its model cannot be made otherwise; no row is needed where the columns tell their sizes. */
  private static OneHotEncoderModel fitted(
      SparkSession session, OneHotEncoder encoder, List<List<String>> levels) {
    StructType schema = new StructType();
    for (int i = 0; i < levels.size(); i++) {
      schema =
          schema.add(
              NominalAttribute.defaultAttr()
                  .withName(encoder.getInputCols()[i])
                  .withNumValues(levels.get(i).size() + 1)
                  .toStructField());
    }
    return encoder.fit(session.createDataFrame(List.of(), schema));
  }
}
