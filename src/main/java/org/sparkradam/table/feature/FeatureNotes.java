package org.sparkradam.table.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.column.ColumnNames;

/** Tells the console what becomes of the columns, a line for each treatment. */
public final class FeatureNotes {
  private FeatureNotes() {}

  static List<String> of(FeaturePlan plan) {
    List<FeatureColumn> columns = plan.features();
    List<String> notes = new ArrayList<>();
    note(
        notes,
        "numeric (missing: the mean; standardised): ",
        columns,
        FeatureColumn.Numeric.class,
        FeatureColumn::name);
    note(
        notes,
        "means of the label by category (of the training rows' other "
            + (TargetMeans.FOLDS - 1)
            + " folds; standardised): ",
        columns,
        FeatureColumn.LabelMean.class,
        c -> c.name() + listed(plan, c));
    note(notes, "one-hot: ", columns, FeatureColumn.OneHot.class, c -> c.name() + listed(plan, c));
    note(
        notes,
        plan.sharedBuckets().isPresent()
            ? String.format(
                Locale.ROOT,
                "hashed with the numbers into %,d buckets: ",
                plan.sharedBuckets().getAsInt())
            : "hashed: ",
        columns,
        FeatureColumn.Hashed.class,
        c ->
            c.name()
                + (plan.sharedBuckets().isPresent() ? "" : " (" + c.buckets() + " buckets)")
                + listed(plan, c));
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

  private static String listed(FeaturePlan plan, FeatureColumn column) {
    return plan.dictionaries().has(column.inner())
        ? String.format(
            Locale.ROOT, " (%,d categories)", plan.dictionaries().of(column.inner()).size())
        : "";
  }

  /**
   * @throws BadInputException if there is nothing to learn from
   */
  public static void refuseNone(List<?> columns) {
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
