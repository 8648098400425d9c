package org.sparkradam.table;

/**
 * What became of a column.
 *
 * @param column its name; of a cross, those of its columns with colons between them
 * @param kind such as one-hot or standardised
 * @param features how many elements of the vector are its; of those that share hash buckets, all
 */
public record FeatureGroup(String column, String kind, long features) {}
