package org.sparkradam.table.feature;

/**
 * What became of a column.
 *
 * @param column its name; of a cross, those of its columns with colons between them
 * @param kind such as one-hot or standardised
 * @param features how many elements of the vector are its; of those that share hash buckets, all
 */
public record FeatureGroup(String column, String kind, long features) {
  /**
   * Whether each category has an element, its own or one that it shares. No bean's name: it follows
   * from the kind, and run.json and the page tell that.
   */
  public boolean ofCategories() {
    return kind.equals(FeatureColumn.OneHot.KIND) || kind.equals(FeatureColumn.Hashed.KIND);
  }
}
