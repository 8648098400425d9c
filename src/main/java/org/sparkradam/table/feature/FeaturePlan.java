package org.sparkradam.table.feature;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What becomes of all columns.
 *
 * @param dictionaries of the categories that are told apart; where a column has none, all are
 * @param levels all categories of one-hot columns, by what they are called within the preparation,
 *     as far as they are known
 * @param standardisations of numbers and label means, by what they are called within the
 *     preparation
 * @param sharedBuckets how many buckets all features share, if they do
 */
public record FeaturePlan(
    List<FeatureColumn> features,
    Dictionaries dictionaries,
    Map<String, Collection<String>> levels,
    Map<String, Standardisation> standardisations,
    OptionalInt sharedBuckets) {

  <T extends FeatureColumn> List<T> only(Class<T> kind) {
    return FeatureChoice.only(features, kind);
  }

  List<String> inner(Class<? extends FeatureColumn> kind) {
    return only(kind).stream().map(FeatureColumn::inner).toList();
  }

  /** The categories that have a feature of their own, if they are known. */
  Optional<Collection<String>> levels(FeatureColumn.OneHot column) {
    return dictionaries.has(column.inner())
        ? Optional.of(dictionaries.of(column.inner()))
        : Optional.ofNullable(levels.get(column.inner()));
  }

  Standardisation standardisation(FeatureColumn column) {
    return standardisations.get(column.inner());
  }

  /** Numbers and label means. */
  List<FeatureColumn> scalars() {
    List<FeatureColumn> scalars = new ArrayList<>(only(FeatureColumn.Numeric.class));
    scalars.addAll(only(FeatureColumn.LabelMean.class));
    return scalars;
  }

  /** What a number or a vector is called once it is scaled. */
  static String scaled(FeatureColumn column) {
    return "scaled_" + column.inner();
  }

  /** The columns that share buckets. */
  String[] hashed(Function<FeatureColumn, String> text) {
    return Stream.concat(
            scalars().stream().map(FeaturePlan::scaled),
            only(FeatureColumn.Hashed.class).stream().map(text))
        .toArray(String[]::new);
  }

  /** Whether the preparation lists all categories that training has seen of a column. */
  public boolean lists(String column) {
    return only(FeatureColumn.OneHot.class).stream()
        .anyMatch(one -> one.name().equals(column) && !dictionaries.has(one.inner()));
  }

  /** Whether there is one part only and that is a number. */
  boolean isScalar() {
    return features.size() == 1 && !scalars().isEmpty() && sharedBuckets.isEmpty();
  }
}
