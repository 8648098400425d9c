package org.sparkradam.table.column;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The columns of a table, to look names up that a user typed. */
public record ColumnNames(List<String> names) {
  private static final int SHOWN = 20;
  private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

  /** The names of a table, in its order. */
  public static ColumnNames of(String[] names) {
    return new ColumnNames(Arrays.asList(names));
  }

  /**
   * Makes sure that a column exists.
   *
   * @param option the option that named the column
   * @throws BadInputException if it does not, with the names that come closest
   */
  public String require(String wanted, String option) {
    if (names.contains(wanted)) {
      return wanted;
    }
    throw new BadInputException(option + " " + lacks(wanted));
  }

  /**
   * Makes sure that a column is learnt from.
   *
   * @throws BadInputException if it is not, which may be since it teaches nothing
   */
  public void requireFeature(String wanted, String option) {
    if (!names.contains(wanted)) {
      throw new BadInputException(
          "%s %s: no feature column has this name (those that teach nothing are left out unless --features names them); %s"
              .formatted(option, wanted, closeTo(wanted)));
    }
  }

  /** Says that a column is not there, and which may have been meant. */
  public String lacks(String wanted) {
    return wanted + ": there is no such column; " + closeTo(wanted) + headerHint(wanted);
  }

  private String closeTo(String wanted) {
    List<String> close =
        names.stream()
            .filter(name -> distance(name, wanted) <= Math.max(2, wanted.length() / 3))
            .sorted(Comparator.comparingInt(name -> distance(name, wanted)))
            .limit(3)
            .toList();
    return close.isEmpty() ? "the columns are " + listed() : "did you mean " + either(close) + "?";
  }

  /** All names, or the first of many. */
  public String listed() {
    String shown = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
    return names.size() > SHOWN ? shown + ", … (" + names.size() + " in all)" : shown;
  }

  private String headerHint(String wanted) {
    if (names.get(0).equals("_c0")) {
      return " (if the first line of the file holds the names, add --header)";
    }
    return wanted.matches("_c\\d+") ? " (names such as _c0 are for files without --header)" : "";
  }

  private static String either(List<String> close) {
    return String.join(" or ", close);
  }

  private static int distance(String a, String b) {
    return DISTANCE.apply(a.toLowerCase(Locale.ROOT), b.toLowerCase(Locale.ROOT));
  }
}
