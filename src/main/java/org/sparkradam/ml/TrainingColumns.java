package org.sparkradam.ml;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.linalg.DenseVector;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.shared.HasLabelCol;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.sparkradam.block.LabeledRow;
import org.sparkradam.ml.internal.column.InternalRows;
import org.sparkradam.ml.internal.model.LabelKind;
import org.sparkradam.ml.internal.param.ParamValue;

/**
 * The columns that a fit reads, and what may stand in them.
 *
 * @param weight null if all rows weigh 1
 * @param heldOut whether a row is held out of training; null if none is
 */
record TrainingColumns(
    FeatureColumns features,
    String label,
    String weight,
    String heldOut,
    LabelKind kind,
    ClassWeights classWeights)
    implements Serializable {
  private static final int LABEL = 0;
  private static final int WEIGHT = 1;
  private static final int HELD_OUT = 2;
  private static final int FEATURES = 3;

  /**
   * The columns that a stage's params name.
   *
   * @throws IllegalArgumentException if a table of that schema has not those of the features
   */
  static <S extends HasFeaturesCols<?> & HasLabelCol> TrainingColumns of(
      S stage, StructType table, LabelKind kind) {
    return new TrainingColumns(
        FeatureColumns.ofRows(stage, table),
        stage.getLabelCol(),
        weight(stage),
        named(stage, stage.stageParams().validation.validationIndicatorCol),
        kind,
        ClassWeights.of(stage));
  }

  /** Null if all rows weigh 1. */
  static String weight(MiniBatchStage stage) {
    return named(stage, stage.stageParams().objective.weightCol);
  }

  private static String named(MiniBatchStage stage, Param<String> column) {
    return ParamValue.<String>ifDefined(stage, column).filter(name -> !name.isEmpty()).orElse(null);
  }

  TrainingColumns with(ClassWeights weights) {
    return new TrainingColumns(features, label, weight, heldOut, kind, weights);
  }

  boolean holdsOut() {
    return heldOut != null;
  }

  /** Label, weight, whether it is held out, and features of every row, unchecked. */
  JavaRDD<InternalRow> select(Dataset<?> table) {
    List<Column> columns = new ArrayList<>();
    columns.add(functions.col(label).cast("double"));
    columns.add(weight == null ? functions.lit(1.0) : functions.col(weight).cast("double"));
    columns.add(heldOut == null ? functions.lit(false) : functions.col(heldOut).cast("boolean"));
    columns.addAll(features.select());
    return InternalRows.of(table.select(columns.toArray(Column[]::new)));
  }

  /** A row that {@link #problem} has nothing against, with its class's weight in its own. */
  LabeledRow labeled(InternalRow row) {
    double label = row.getDouble(LABEL);
    return new LabeledRow(
        label, row.getDouble(WEIGHT) * classWeights.of(label), features.vector(row, FEATURES));
  }

  static boolean isHeldOut(InternalRow row) {
    return row.getBoolean(HELD_OUT);
  }

  /** What is wrong with a row, its features' values aside, if anything is. */
  Optional<String> problem(InternalRow row) {
    Optional<FeatureColumns.Found> missing = features.missing(row, FEATURES);
    if (missing.isPresent()) {
      return refused("features", missing.get().column(), "given", missing.get().value());
    }
    if (row.isNullAt(LABEL) || !kind.allows(row.getDouble(LABEL))) {
      return refused("label", label, kind.allowed(), value(row, LABEL));
    }
    if (row.isNullAt(WEIGHT) || !isWeight(row.getDouble(WEIGHT))) {
      return refused("weight", weight, "at least 0 and finite", value(row, WEIGHT));
    }
    if (row.isNullAt(HELD_OUT)) {
      return refused("validation indicator", heldOut, "true or false", "null");
    }
    return Optional.empty();
  }

  private static Double value(InternalRow row, int column) {
    return row.isNullAt(column) ? null : (Double) row.getDouble(column);
  }

  private static boolean isWeight(double value) {
    return value >= 0 && Double.isFinite(value);
  }

  /** The number of a row's features; 0 if one is missing. */
  int width(InternalRow row) {
    boolean whole = features.missing(row, FEATURES).isEmpty();
    return whole ? Arrays.stream(sizes(row)).sum() : 0;
  }

  /** The elements of each column of a row's features. */
  int[] sizes(InternalRow row) {
    return features.sizes(row, FEATURES);
  }

  /**
   * What is wrong with a row's features, if anything is.
   *
   * @param sizes of their columns
   */
  Optional<String> problem(Vector vector, int[] sizes) {
    if (vector.size() == 0) {
      String values = features.columns().get(0).values();
      String right =
          "%s of at least one element".formatted(values.equals("arrays") ? "an array" : "a vector");
      return refused("features", features.columns().get(0).name(), right, "empty");
    }
    double[] stored =
        vector instanceof SparseVector sparse ? sparse.values() : ((DenseVector) vector).values();
    for (int i = 0; i < stored.length; i++) {
      if (!Double.isFinite(stored[i])) {
        int element = vector instanceof SparseVector sparse ? sparse.indices()[i] : i;
        return refused("features", features.columnOf(element, sizes).name(), "finite", stored[i]);
      }
    }
    return Optional.empty();
  }

  /** What is wrong if two rows' features are of these sizes, if anything is. */
  Optional<String> problem(int[] sizes, int[] others) {
    int i = Arrays.mismatch(sizes, others);
    return i < 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "features column '%s' must have %s of one size, but some have %d and some %d",
                features.columns().get(i).name(),
                features.columns().get(i).values(),
                Math.min(sizes[i], others[i]),
                Math.max(sizes[i], others[i])));
  }

  private static Optional<String> refused(String role, String name, String right, Object value) {
    return Optional.of(
        "%s column '%s' must be %s in every row, but was %s in one"
            .formatted(role, name, right, value));
  }
}
