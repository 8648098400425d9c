package org.sparkradam.table.read;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.sparkradam.table.column.BadInputException;

/**
 * How columns become features, as the user said it.
 *
 * @param maxCategories how many categories of a column have a feature of their own at most; beyond,
 *     they are hashed. Absent: 1,000, or with {@code minCount} as many as are frequent enough
 * @param minCount how many training rows a category needs for a feature of its own; rarer ones
 *     share one with unseen and missing values
 * @param hashBits the base-2 logarithm of the number of buckets that all features share; absent:
 *     each column of too many categories has buckets of its own
 * @param numeric of the columns that {@code numericOf} does not name
 * @param crosses columns whose values together are a further category, at least two each
 * @param targetEncode categories that become the mean of their label
 */
public record FeatureSettings(
    OptionalInt maxCategories,
    int minCount,
    OptionalInt hashBits,
    NumericTreatment numeric,
    Map<String, NumericTreatment> numericOf,
    List<List<String>> crosses,
    List<String> targetEncode) {
  /** Levels that all dictionaries together hold at most, for the driver's sake. */
  public static final int MOST_LEVELS = 1 << 20;

  private static final int MOST_ONE_HOT = 1000;
  private static final int MOST_BITS = 30;

  public static final FeatureSettings DEFAULT =
      new FeatureSettings(
          OptionalInt.empty(),
          1,
          OptionalInt.empty(),
          NumericTreatment.STANDARDISE,
          Map.of(),
          List.of(),
          List.of());

  /**
   * @throws BadInputException if a number is out of its range, or settings contradict each other
   */
  public FeatureSettings {
    numericOf = Map.copyOf(new LinkedHashMap<>(numericOf));
    crosses = crosses.stream().map(List::copyOf).toList();
    targetEncode = List.copyOf(targetEncode);
    require("--max-categories", maxCategories.orElse(1), 1, MOST_LEVELS);
    require("--min-count", minCount, 1, Integer.MAX_VALUE);
    require("--hash-bits", hashBits.orElse(1), 1, MOST_BITS);
    if (hashBits.isPresent() && maxCategories.isPresent()) {
      throw new BadInputException(
          "--max-categories: with --hash-bits all features share the buckets; leave one of them out");
    }
    crosses.forEach(FeatureSettings::check);
  }

  private static void require(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new BadInputException(
          String.format(
              Locale.ROOT, "%s %d: give a whole number from %d to %d", option, value, least, most));
    }
  }

  private static void check(List<String> cross) {
    String text = String.join(":", cross);
    if (cross.size() < 2 || cross.contains("")) {
      throw new BadInputException(
          "--cross %s: give two columns or more with colons between them, as in a:b"
              .formatted(text));
    }
    if (new HashSet<>(cross).size() < cross.size()) {
      throw new BadInputException(
          "--cross %s: a column cannot be crossed with itself".formatted(text));
    }
  }

  /** How many categories of a column have a feature of their own at most. */
  public int mostOneHot() {
    return maxCategories.orElse(minCount > 1 ? MOST_LEVELS : MOST_ONE_HOT);
  }

  /** How the numbers of a column are treated. */
  public NumericTreatment numericOf(String column) {
    return numericOf.getOrDefault(column, numeric);
  }
}
