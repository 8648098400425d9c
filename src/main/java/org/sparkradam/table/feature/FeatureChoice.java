package org.sparkradam.table.feature;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.column.ColumnKind;
import org.sparkradam.table.profile.ColumnProfile;
import org.sparkradam.table.profile.Profile;
import org.sparkradam.table.profile.ProfiledColumns;
import org.sparkradam.table.read.FeatureSettings;

/** Chooses what becomes of numbers, categories and vectors, by what the training rows hold. */
record FeatureChoice(FeatureSettings settings, Profile.Part training, Profile.Part test) {
  private static final int MIN_BUCKETS = 1 << 10;
  private static final int MAX_BUCKETS = 1 << 16;

  /**
   * Beyond these bounds, one learning rate no longer suits a vector's weights and the intercept.
   */
  private static final double LARGE = 10;

  private static final double SMALL = 0.1;

  /**
   * @param levels about how many categories would have a feature of their own
   */
  FeatureColumn category(String name, String inner, long levels) {
    if (settings.hashBits().isPresent()) {
      return new FeatureColumn.Hashed(name, inner, 1 << settings.hashBits().getAsInt());
    }
    return levels <= settings.mostOneHot()
        ? new FeatureColumn.OneHot(name, inner)
        : new FeatureColumn.Hashed(name, inner, buckets(levels));
  }

  /** A power of two with room for twice the categories, within reason. */
  private static int buckets(long categories) {
    long wanted = Long.highestOneBit(2 * categories - 1) << 1;
    return (int) Math.max(MIN_BUCKETS, Math.min(MAX_BUCKETS, wanted));
  }

  FeatureColumn vector(InputColumn column) {
    String name = column.name();
    if (settings.hashBits().isPresent()) {
      throw new BadInputException(
          "--hash-bits: column %s holds vectors, which are not hashed; leave the option out, or --exclude the column"
              .formatted(name));
    }
    int size = (int) training.columns().get(name).max();
    Stream.of(training, test).forEach(part -> checkSize(column, size, part.columns().get(name)));
    double largest = training.columns().get(ProfiledColumns.magnitudeOf(name)).max();
    return largest == 0 || (largest >= SMALL && largest <= LARGE)
        ? new FeatureColumn.Plain(name, column.inner(), size)
        : new FeatureColumn.Scaled(name, column.inner(), size);
  }

  private static void checkSize(InputColumn column, int size, ColumnProfile part) {
    String values = column.kind() == ColumnKind.ARRAY ? "arrays" : "vectors";
    if (part.min() != size || part.max() != size) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "column %s: its %s differ in size, from %.0f to %d; make them one size",
              column.name(),
              values,
              Math.min(part.min(), size),
              Math.max((int) part.max(), size)));
    }
    if (size == 0) {
      throw new BadInputException(
          "column " + column.name() + ": its " + values + " have no elements");
    }
  }

  /** The columns of one kind of treatment, in order. */
  static <T extends FeatureColumn> List<T> only(List<FeatureColumn> columns, Class<T> kind) {
    return columns.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
