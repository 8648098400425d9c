package org.sparkradam.table.feature;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.feature.HashingTF;
import org.apache.spark.ml.feature.StringIndexerModel;

/** Names the elements of the feature vector as the user would, of which there may be millions. */
public final class FeatureNames extends AbstractList<String> {
  private static final String REST = "(unseen or missing)";
  private static final String TRIMMED_REST = "(rare, unseen or missing)";

  /** By the first element that they name. */
  private final TreeMap<Integer, IntFunction<String>> parts = new TreeMap<>();

  private final List<FeatureGroup> groups = new ArrayList<>();
  private int size;

  private FeatureNames() {}

  /**
   * @param firstIndex what the first element of a vector column is called; LIBSVM counts from one
   */
  public static FeatureNames of(FeaturePlan plan, PipelineModel fitted, int firstIndex) {
    FeatureNames names = new FeatureNames();
    if (plan.sharedBuckets().isPresent()) {
      names.shared(plan.sharedBuckets().getAsInt(), plan);
      return names;
    }
    plan.scalars().forEach(column -> names.add(column, 1, i -> column.name()));
    names.categories(plan, fitted);
    plan.only(FeatureColumn.Hashed.class)
        .forEach(hashed -> names.add(hashed, hashed.buckets(), i -> hashed.name() + "#" + i));
    plan.only(FeatureColumn.Plain.class)
        .forEach(v -> names.add(v, v.size(), i -> element(v, firstIndex + i)));
    plan.only(FeatureColumn.Scaled.class)
        .forEach(v -> names.add(v, v.size(), i -> element(v, firstIndex + i)));
    return names;
  }

  private void categories(FeaturePlan plan, PipelineModel fitted) {
    List<FeatureColumn.OneHot> columns = plan.only(FeatureColumn.OneHot.class);
    Arrays.stream(fitted.stages())
        .filter(StringIndexerModel.class::isInstance)
        .map(StringIndexerModel.class::cast)
        .filter(indexer -> indexer.getOutputCols()[0].startsWith(FeaturePipeline.INDEX))
        .map(StringIndexerModel::labelsArray)
        .forEach(
            labels -> {
              for (int k = 0; k < columns.size(); k++) {
                boolean trimmed = plan.dictionaries().has(columns.get(k).inner());
                add(columns.get(k), labels[k], trimmed ? TRIMMED_REST : REST);
              }
            });
  }

  private void add(FeatureColumn.OneHot column, String[] labels, String rest) {
    add(
        column,
        labels.length + 1,
        i ->
            column.name() + "=" + (i < labels.length ? DerivedCategory.readable(labels[i]) : rest));
  }

  private static String element(FeatureColumn vector, int i) {
    return vector.name() + "[" + i + "]";
  }

  /**
   * Numbers are hashed by the names of their columns, several in a bucket have a + between them.
   */
  private void shared(int buckets, FeaturePlan plan) {
    HashingTF hash = new HashingTF().setNumFeatures(buckets);
    Map<Integer, String> numbers = new HashMap<>();
    plan.scalars()
        .forEach(
            column ->
                numbers.merge(
                    hash.indexOf(FeaturePlan.scaled(column)),
                    column.name(),
                    (one, other) -> one + "+" + other));
    plan.features().forEach(one -> groups.add(new FeatureGroup(one.name(), one.kind(), buckets)));
    parts.put(0, i -> numbers.getOrDefault(i, "") + "#" + i);
    size = buckets;
  }

  private void add(FeatureColumn column, int count, IntFunction<String> part) {
    groups.add(new FeatureGroup(column.name(), column.kind(), count));
    parts.put(size, part);
    size += count;
  }

  /** How many of them each column has. */
  public List<FeatureGroup> groups() {
    return groups;
  }

  @Override
  public String get(int index) {
    Map.Entry<Integer, IntFunction<String>> part = parts.floorEntry(index);
    return part.getValue().apply(index - part.getKey());
  }

  @Override
  public int size() {
    return size;
  }
}
