package org.sparkradam.table;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.feature.StringIndexerModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * What a preparation makes of the columns of a row, without its stages. Most preparations
 * standardise numbers and look categories up, and no more: one loop does so for all columns, where
 * Spark makes expressions of each, and code of those that the JVM has to compile, or that are
 * interpreted where columns are thousands. The features are those of the stages to the bit.
 */
final class FeatureLoop implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<String> numbers;
  private final Standardisation[] standardisations;
  private final List<String> categories;

  /** By category: the element of the features; {@code others} has those of all that is not here. */
  private final List<Map<String, Integer>> elements = new ArrayList<>();

  private final int[] others;
  private final int dimension;

  private FeatureLoop(
      FeaturePlan plan, List<FeatureColumn.OneHot> oneHot, Map<String, String[]> labels) {
    List<FeatureColumn.Numeric> numeric = plan.only(FeatureColumn.Numeric.class);
    this.numbers = new ArrayList<>(numeric.stream().map(FeatureColumn::name).toList());
    this.standardisations =
        numeric.stream().map(plan::standardisation).toArray(Standardisation[]::new);
    this.categories = new ArrayList<>(oneHot.stream().map(FeatureColumn::name).toList());
    this.others = new int[oneHot.size()];
    int next = numbers.size();
    for (int k = 0; k < others.length; k++) {
      Map<String, Integer> ofColumn = new HashMap<>();
      for (String label : labels.get(FeaturePipeline.INDEX + oneHot.get(k).inner())) {
        ofColumn.put(label, next++);
      }
      elements.add(ofColumn);
      others[k] = next++;
    }
    this.dimension = next;
  }

  /**
   * The loop for a plan; empty where more than it can do is to be done.
   *
   * @param fitted the preparation of this plan
   * @param columns that it reads
   */
  static Optional<FeatureLoop> of(
      FeaturePlan plan, PipelineModel fitted, List<InputColumn> columns) {
    List<FeatureColumn.OneHot> oneHot = plan.only(FeatureColumn.OneHot.class);
    List<String> read = columns.stream().map(InputColumn::inner).toList();
    boolean isOfColumns = oneHot.stream().map(FeatureColumn::inner).allMatch(read::contains);
    boolean isAll =
        plan.only(FeatureColumn.Numeric.class).size() + oneHot.size() == plan.features().size();
    return isOfColumns && isAll && plan.sharedBuckets().isEmpty()
        ? Optional.of(new FeatureLoop(plan, oneHot, labels(fitted)))
        : Optional.empty();
  }

  /** By the column of indices. */
  private static Map<String, String[]> labels(PipelineModel fitted) {
    Map<String, String[]> labels = new HashMap<>();
    Stream.of(fitted.stages())
        .filter(StringIndexerModel.class::isInstance)
        .map(StringIndexerModel.class::cast)
        .forEach(
            indexer -> {
              for (int i = 0; i < indexer.getOutputCols().length; i++) {
                labels.put(indexer.getOutputCols()[i], indexer.labelsArray()[i]);
              }
            });
    return labels;
  }

  /** The columns that {@link #features} reads, in order. */
  Stream<Column> columns() {
    return Stream.concat(numbers.stream(), categories.stream()).map(Sql::column);
  }

  /**
   * The features of a row.
   *
   * @param from place of the first of {@link #columns} in it
   */
  Vector features(InternalRow row, int from) {
    int[] indices = new int[standardisations.length + others.length];
    double[] values = new double[indices.length];
    int found = 0;
    for (int j = 0; j < standardisations.length; j++) {
      int place = from + j;
      double number = row.isNullAt(place) ? Double.NaN : row.getDouble(place);
      double value = standardisations[j].standardised(number);
      if (value != 0) {
        indices[found] = j;
        values[found++] = value;
      }
    }
    for (int k = 0; k < others.length; k++) {
      int place = from + standardisations.length + k;
      indices[found] =
          row.isNullAt(place)
              ? others[k]
              : elements.get(k).getOrDefault(row.getUTF8String(place).toString(), others[k]);
      values[found++] = 1;
    }
    return Vectors.sparse(dimension, Arrays.copyOf(indices, found), Arrays.copyOf(values, found))
        .compressed();
  }
}
