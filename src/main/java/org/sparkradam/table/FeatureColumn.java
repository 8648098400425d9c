package org.sparkradam.table;

/** A column to learn from and what becomes of it. */
sealed interface FeatureColumn {
  String name();

  /** Imputed by the mean and standardised. */
  record Numeric(String name) implements FeatureColumn {}

  /** A feature for each category, and one for those unseen or missing. */
  record OneHot(String name) implements FeatureColumn {}

  /** So many categories that they share buckets. */
  record Hashed(String name, int buckets) implements FeatureColumn {}

  /** A vector used as it is. */
  record Plain(String name, int size) implements FeatureColumn {}

  /** A vector brought to unit scale without centring, so that it stays sparse. */
  record Scaled(String name, int size) implements FeatureColumn {}
}
