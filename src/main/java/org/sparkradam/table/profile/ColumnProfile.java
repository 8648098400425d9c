package org.sparkradam.table.profile;

import java.util.Map;
import java.util.Optional;

/**
 * What is known of a column's values, where vectors are looked at by their size.
 *
 * @param known how many are not missing
 * @param min of numbers, as is {@code max}; else NaN
 * @param distinct how many differ: of numbers, and of texts that are not listed, about how many
 * @param fractions how many are not whole
 * @param squares Σ(x - mean)²
 * @param categories how often each text occurs; absent if they are too many, or no texts
 */
public record ColumnProfile(
    long known,
    double min,
    double max,
    long distinct,
    long fractions,
    double sum,
    double squares,
    Optional<Map<String, Long>> categories) {

  boolean isEmpty() {
    return known == 0;
  }

  boolean isConstant() {
    return min == max || categories.filter(texts -> texts.size() == 1).isPresent();
  }

  /** The mean of the values that are known. */
  public double mean() {
    return sum / known;
  }

  /** Their deviation where the missing ones of so many rows take the mean, of a sample. */
  public double deviation(long rows) {
    return rows > 1 ? Math.sqrt(squares / (rows - 1)) : 0;
  }
}
