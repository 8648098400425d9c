package org.sparkradam.table.profile;

import com.clearspring.analytics.stream.cardinality.CardinalityMergeException;
import com.clearspring.analytics.stream.cardinality.HyperLogLogPlus;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.catalyst.expressions.XXH64;

/**
 * What is found out of a column while its values go by: of numbers their moments and about how many
 * differ, of texts how often each occurs, as long as they are few. Not thread-safe.
 */
final class ColumnTally implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The error of the estimate is about 5 %. */
  private static final int PRECISION = 9;

  private static final long SEED = 42;

  private final int mostCategories;
  private long known;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;
  private long fractions;
  private double sum;
  private double mean;
  private double squares;
  private Map<String, Long> categories;
  private HyperLogLogPlus distinct;

  private ColumnTally(int mostCategories) {
    this.mostCategories = mostCategories;
  }

  static ColumnTally ofNumbers() {
    ColumnTally tally = new ColumnTally(0);
    tally.distinct = new HyperLogLogPlus(PRECISION);
    return tally;
  }

  /**
   * @param most how many different texts are counted one by one
   */
  static ColumnTally ofTexts(int most) {
    ColumnTally tally = new ColumnTally(most);
    tally.categories = new HashMap<>();
    return tally;
  }

  void add(double value) {
    known++;
    min = Math.min(min, value);
    max = Math.max(max, value);
    fractions += value == Math.rint(value) ? 0 : 1;
    sum += value;
    double above = value - mean;
    mean += above / known;
    squares += above * (value - mean);
    long bits = Double.doubleToLongBits(value + 0.0); // one zero
    distinct.offerHashed(XXH64.hashLong(bits, SEED));
  }

  void add(String text) {
    known++;
    if (categories == null) {
      distinct.offer(text);
      return;
    }
    categories.merge(text, 1L, Long::sum);
    forgetIfMany();
  }

  private void forgetIfMany() {
    if (categories.size() > mostCategories) {
      distinct = new HyperLogLogPlus(PRECISION);
      categories.keySet().forEach(distinct::offer);
      categories = null;
    }
  }

  /** Adds what another one has seen. */
  ColumnTally plus(ColumnTally other) {
    if (other.known > 0) {
      double above = other.mean - mean;
      long both = known + other.known;
      squares += other.squares + above * above * known / both * other.known;
      mean += above * other.known / both;
      known = both;
    }
    min = Math.min(min, other.min);
    max = Math.max(max, other.max);
    fractions += other.fractions;
    sum += other.sum;
    if (categories != null && other.categories != null) {
      other.categories.forEach((text, rows) -> categories.merge(text, rows, Long::sum));
      forgetIfMany();
    } else {
      distinct = merged(estimate(), other.estimate());
      categories = null;
    }
    return this;
  }

  private HyperLogLogPlus estimate() {
    if (categories == null) {
      return distinct;
    }
    HyperLogLogPlus estimate = new HyperLogLogPlus(PRECISION);
    categories.keySet().forEach(estimate::offer);
    return estimate;
  }

  private static HyperLogLogPlus merged(HyperLogLogPlus one, HyperLogLogPlus other) {
    try {
      return (HyperLogLogPlus) one.merge(other);
    } catch (CardinalityMergeException e) {
      throw new IllegalStateException(e);
    }
  }

  ColumnProfile profile() {
    long different =
        categories == null
            ? Math.max(distinct.cardinality(), mostCategories + 1L)
            : categories.size();
    return new ColumnProfile(
        known,
        isNumeric() ? min : Double.NaN,
        isNumeric() ? max : Double.NaN,
        known == 0 ? 0 : different,
        fractions,
        sum,
        squares,
        Optional.ofNullable(categories).map(Map::copyOf));
  }

  private boolean isNumeric() {
    return mostCategories == 0 && known > 0;
  }
}
