package org.sparkradam.table.feature;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.feature.StringIndexerModel;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.functions;
import org.sparkradam.table.column.Sql;
import org.sparkradam.table.profile.PackedNumbers;
import scala.collection.Seq;

/**
 * What a preparation makes of the columns of a row, without its stages. Most preparations
 * standardise numbers and look categories up, and no more: one loop does so for all columns, where
 * Spark makes expressions of each, and code of those that the JVM has to compile, or that are
 * interpreted where columns are thousands. The features are those of the stages to the bit.
 */
public final class FeatureLoop implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<String> numbers;
  private final Standardisation[] standardisations;
  private final List<String> categories;

  /** By category: its place among the features; {@code others} has that of all without one. */
  private final List<Map<String, Integer>> places = new ArrayList<>();

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
      places.add(ofColumn);
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
  public static Optional<FeatureLoop> of(
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

  /** The features as a column of rows as they are held. */
  public Column of(Dataset<Row> held) {
    // A task would have a loop of its own otherwise, of as many categories as there are.
    Broadcast<FeatureLoop> shared =
        JavaSparkContext.fromSparkContext(held.sparkSession().sparkContext()).broadcast(this);
    PackedNumbers packed = PackedNumbers.in(held.schema());
    int[] at =
        IntStream.range(0, numbers.size())
            .map(j -> packed.isEmpty() ? j : packed.place(numbers.get(j)))
            .toArray();
    Column values = packed.isEmpty() ? array(numbers) : col(PackedNumbers.COLUMN);
    UDF2<Seq<Double>, Seq<String>, Vector> features =
        (row, texts) -> shared.value().features(row, at, texts);
    return udf(features, SQLDataTypes.VectorType())
        .apply(values.cast("array<double>"), array(categories).cast("array<string>"));
  }

  private static Column array(List<String> columns) {
    return functions.array(columns.stream().map(Sql::column).toArray(Column[]::new));
  }

  /**
   * The features of a row; what is missing is null.
   *
   * @param at where the numbers are among the values
   */
  Vector features(Seq<Double> values, int[] at, Seq<String> texts) {
    int[] indices = new int[standardisations.length + others.length];
    double[] elements = new double[indices.length];
    int found = 0;
    for (int j = 0; j < standardisations.length; j++) {
      Double value = values.apply(at[j]);
      double element = standardisations[j].standardised(value == null ? Double.NaN : value);
      if (element != 0) {
        indices[found] = j;
        elements[found++] = element;
      }
    }
    for (int k = 0; k < others.length; k++) {
      indices[found] = places.get(k).getOrDefault(texts.apply(k), others[k]);
      elements[found++] = 1;
    }
    return Vectors.sparse(dimension, Arrays.copyOf(indices, found), Arrays.copyOf(elements, found))
        .compressed();
  }
}
