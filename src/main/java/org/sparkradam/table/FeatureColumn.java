package org.sparkradam.table;

/** A column to learn from and what becomes of it. */
sealed interface FeatureColumn {
  String name();

  ColumnReading reading();

  /** Imputed by the mean and standardised. */
  record Numeric(String name, ColumnReading reading) implements FeatureColumn {}

  /** A feature for each category, and one for those unseen or missing. */
  record OneHot(String name) implements Category {}

  /** So many categories that they share buckets. */
  record Hashed(String name, int buckets) implements Category {}

  /** A vector used as it is. */
  record Plain(String name, int size) implements Elements {}

  /** A vector brought to unit scale without centring, so that it stays sparse. */
  record Scaled(String name, int size) implements Elements {}

  /** Text, or what is taken as such. */
  sealed interface Category extends FeatureColumn {
    @Override
    default ColumnReading reading() {
      return ColumnReading.CATEGORY;
    }
  }

  /** A vector. */
  sealed interface Elements extends FeatureColumn {
    @Override
    default ColumnReading reading() {
      return ColumnReading.VECTOR;
    }
  }
}
