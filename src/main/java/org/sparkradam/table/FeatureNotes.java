package org.sparkradam.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Tells the console what becomes of the columns, a line for each treatment. */
final class FeatureNotes {
  private FeatureNotes() {}

  static List<String> of(List<FeatureColumn> columns) {
    List<String> notes = new ArrayList<>();
    note(
        notes,
        "numeric (missing: the mean; standardised): ",
        columns,
        FeatureColumn.Numeric.class,
        FeatureColumn::name);
    note(notes, "one-hot: ", columns, FeatureColumn.OneHot.class, FeatureColumn::name);
    note(
        notes,
        "hashed: ",
        columns,
        FeatureColumn.Hashed.class,
        c -> c.name() + " (" + c.buckets() + " buckets)");
    note(
        notes,
        "vectors, as they are: ",
        columns,
        FeatureColumn.Plain.class,
        c -> c.name() + " (" + c.size() + ")");
    note(
        notes,
        "vectors, scaled to unit deviation and not centred: ",
        columns,
        FeatureColumn.Scaled.class,
        c -> c.name() + " (" + c.size() + ")");
    return notes;
  }

  /**
   * @throws BadInputException if there is nothing to learn from
   */
  static void refuseNone(List<FeatureColumn> columns) {
    if (columns.isEmpty()) {
      throw new BadInputException(
          "no column is left to learn from; name some with --features COL,…");
    }
  }

  private static <T extends FeatureColumn> void note(
      List<String> notes,
      String what,
      List<FeatureColumn> columns,
      Class<T> kind,
      Function<? super T, String> spelled) {
    List<String> names = FeatureChoice.only(columns, kind).stream().<String>map(spelled).toList();
    if (!names.isEmpty()) {
      notes.add(what + new ColumnNames(names).listed());
    }
  }
}
