package org.sparkradam.table;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Chooses what becomes of a feature column, by its profile over the training rows. */
record FeatureChoice(ColumnRoles roles, Profile.Part training, Profile.Part test) {
  private static final int MAX_ONE_HOT = 1000;
  private static final int MIN_BUCKETS = 1 << 10;
  private static final int MAX_BUCKETS = 1 << 16;

  /**
   * Beyond these bounds, one learning rate no longer suits a vector's weights and the intercept.
   */
  private static final double LARGE = 10;

  private static final double SMALL = 0.1;

  FeatureColumn of(String name) {
    ColumnProfile profile = training.columns().get(name);
    return switch (roles.kind(name)) {
      case TEXT -> text(name, profile.distinct());
      case VECTOR, ARRAY -> vector(name, profile);
      default -> new FeatureColumn.Numeric(name, ColumnReading.of(roles.kind(name)));
    };
  }

  private static FeatureColumn text(String name, long categories) {
    return categories <= MAX_ONE_HOT
        ? new FeatureColumn.OneHot(name)
        : new FeatureColumn.Hashed(name, buckets(categories));
  }

  /** A power of two with room for twice the categories, within reason. */
  private static int buckets(long categories) {
    long wanted = Long.highestOneBit(2 * categories - 1) << 1;
    return (int) Math.max(MIN_BUCKETS, Math.min(MAX_BUCKETS, wanted));
  }

  private FeatureColumn vector(String name, ColumnProfile profile) {
    int size = (int) profile.max();
    Stream.of(training, test).forEach(part -> checkSize(name, size, part.columns().get(name)));
    double largest = training.columns().get(ProfiledColumns.magnitudeOf(name)).max();
    return largest == 0 || (largest >= SMALL && largest <= LARGE)
        ? new FeatureColumn.Plain(name, size)
        : new FeatureColumn.Scaled(name, size);
  }

  private void checkSize(String name, int size, ColumnProfile part) {
    String values = roles.kind(name) == ColumnKind.ARRAY ? "arrays" : "vectors";
    if (part.min() != size || part.max() != size) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "column %s: its %s differ in size, from %.0f to %d; make them one size",
              name,
              values,
              Math.min(part.min(), size),
              Math.max((int) part.max(), size)));
    }
    if (size == 0) {
      throw new BadInputException("column " + name + ": its " + values + " have no elements");
    }
  }

  /** The columns of one kind of treatment, in order. */
  static <T extends FeatureColumn> List<T> only(List<FeatureColumn> columns, Class<T> kind) {
    return columns.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
