package org.sparkradam.table.feature;

/** Something to learn from and what becomes of it. */
sealed interface FeatureColumn {
  /** As the user calls it: a column of the table, or several with colons between them. */
  String name();

  /** What it is called within the preparation. */
  String inner();

  /** In one word, for files. */
  String kind();

  /** Imputed by the mean and standardised. */
  record Numeric(String name, String inner) implements FeatureColumn {
    @Override
    public String kind() {
      return "standardised";
    }
  }

  /** A feature for each category, and one for the rest. */
  record OneHot(String name, String inner) implements FeatureColumn {
    static final String KIND = "one-hot";

    @Override
    public String kind() {
      return KIND;
    }
  }

  /** So many categories that they share buckets. */
  record Hashed(String name, String inner, int buckets) implements FeatureColumn {
    static final String KIND = "hashed";

    @Override
    public String kind() {
      return KIND;
    }
  }

  /** The mean label of the category, standardised. */
  record LabelMean(String name, String inner) implements FeatureColumn {
    @Override
    public String kind() {
      return "label mean";
    }
  }

  /** A vector used as it is. */
  record Plain(String name, String inner, int size) implements FeatureColumn {
    @Override
    public String kind() {
      return "vector";
    }
  }

  /** A vector brought to unit scale without centring, so that it stays sparse. */
  record Scaled(String name, String inner, int size) implements FeatureColumn {
    @Override
    public String kind() {
      return "scaled vector";
    }
  }
}
