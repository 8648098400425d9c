package org.sparkradam.ml;

import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.param.StringArrayParam;
import org.apache.spark.ml.param.shared.HasFeaturesCol;
import org.apache.spark.sql.Dataset;
import org.sparkradam.ml.internal.param.ParamValue;

/**
 * Where a stage reads its features: {@code featuresCol}, a column of vectors or of arrays of
 * numbers; or several columns, {@code featuresCols}. Spark's model reads {@code featuresCol}, which
 * is a vector: {@link #assembler} makes it.
 *
 * @param <S> the stage
 */
public interface HasFeaturesCols<S> extends MiniBatchStage, HasFeaturesCol {
  /** See {@link #setFeaturesCols}. */
  default StringArrayParam featuresCols() {
    return stageParams().featuresCols;
  }

  /** See {@link #setFeaturesCols}. */
  default String[] getFeaturesCols() {
    return getOrDefault(featuresCols());
  }

  /**
   * Columns of numbers, booleans, vectors or arrays of numbers, whose values, one behind the other,
   * are the features; at least one, each once. Not set: {@code featuresCol} alone. If they are set,
   * {@code featuresCol} is the name of the column that they are assembled into. A fit needs not
   * find that column in its table, but its model does; a column that is there must be what {@link
   * #assembler} made.
   */
  default S setFeaturesCols(String... value) {
    return ParamValue.set(this, featuresCols(), value);
  }

  /**
   * The transformer of Spark's that makes the column that the stage's model reads, whatever the
   * table: a {@code VectorAssembler} of {@code featuresCols}, which are numbers, booleans and
   * vectors. Where only {@code featuresCol} is set, it is taken for a column of arrays, which
   * becomes one of vectors. For columns of arrays among others, there is {@link
   * #assembler(Dataset)}.
   *
   * @throws UnsupportedOperationException if arrays are to become vectors on Spark 3.5, which has
   *     no transformer for that
   */
  default Transformer assembler() {
    return FeatureAssembler.of(this);
  }

  /**
   * The transformer of Spark's that makes the column that the stage's model reads of the columns of
   * a table, by their types; no row is read. Rows with null, or with NaN in a column of numbers,
   * are errors, as in {@code VectorAssembler}.
   *
   * @throws IllegalArgumentException if the table has no such columns, or they cannot be features
   * @throws UnsupportedOperationException if some are arrays, on Spark 3.5, which has no
   *     transformer that makes vectors of them
   */
  default Transformer assembler(Dataset<?> table) {
    return FeatureAssembler.of(this, table.schema());
  }
}
