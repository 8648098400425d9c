package org.sparkradam.table.profile;

import java.util.Comparator;

/**
 * One of the labels' distinct values.
 *
 * @param number the value if labels are numbers, else 0
 * @param name the value as the table spells it, whole numbers without a fraction
 * @param lowestHash of its rows, by the {@link RowSplit}
 */
public record LabelClass(
    double number, String name, long training, long test, long lowestHash, long highestHash)
    implements Comparable<LabelClass> {
  private static final double LARGEST_EXACT = 1e15;

  /** Numbers ascend, texts follow the alphabet. */
  private static final Comparator<LabelClass> ORDER =
      Comparator.comparingDouble(LabelClass::number).thenComparing(LabelClass::name);

  @Override
  public int compareTo(LabelClass other) {
    return ORDER.compare(this, other);
  }

  boolean isWhole() {
    return number == Math.rint(number);
  }

  /** The name of a number. */
  static String spelled(double number) {
    boolean whole = number == Math.rint(number) && Math.abs(number) < LARGEST_EXACT;
    return whole ? Long.toString((long) number) : Double.toString(number);
  }

  /** Whether a class of numbers would be called so. */
  static boolean isSpelledNumber(String name) {
    try {
      return spelled(Double.parseDouble(name)).equals(name);
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
