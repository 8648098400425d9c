package org.sparkradam.fit;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparkradam.table.column.Visible;
import org.sparkradam.table.profile.LabelEncoding;
import org.sparkradam.table.read.PassName;

/**
 * What the labels of a scored table say of its predictions. Labels are read as in training,
 * whatever their type, and rows weigh what they weighed there.
 *
 * @param metrics by name; none if no row has a label that can be read so
 * @param notes what is to be told of the rows that were not measured on
 */
public record LabelledPredictions(Optional<Map<String, Measured>> metrics, List<String> notes) {
  public LabelledPredictions {
    notes = List.copyOf(notes);
  }

  /**
   * Measures; two jobs.
   *
   * @param label the column of labels
   */
  public static LabelledPredictions of(Predictions predictions, String label) {
    Dataset<Row> rows = predictions.rows();
    if (!List.of(rows.columns()).contains(label)) {
      return none("there is no column " + label);
    }
    if (!LabelEncoding.canRead(rows.schema().apply(label).dataType())) {
      String type = rows.schema().apply(label).dataType().simpleString();
      return none("column %s holds values of type %s".formatted(label, type));
    }
    LoadedPipeline by = predictions.by();
    Labels labels = new Labels(rows, LabelEncoding.of(by.task(), label, by.classNames()), by);
    return PassName.during(rows, "measuring", labels::measured);
  }

  private static LabelledPredictions none(String why) {
    return new LabelledPredictions(
        Optional.empty(), List.of("no labels, no metrics: " + Visible.of(why)));
  }

  /** The labels of a table that has some. */
  private record Labels(Dataset<Row> rows, LabelEncoding encoding, LoadedPipeline by) {
    private LabelledPredictions measured() {
      Column text = PlainColumns.column(rows, encoding.column()).cast("string");
      Row counted =
          rows.agg(
                  count(when(encoding.isMissing(), 1)),
                  count(when(isUnread(), 1)),
                  first(when(isUnread(), text), true),
                  count(when(isUsable(), 1)),
                  count(when(isUsable().and(isUnweighted()), 1)))
              .first();
      if (counted.getLong(3) == counted.getLong(4)) {
        return none("column %s %s".formatted(encoding.column(), emptiness(counted)));
      }
      ScoredRows scored =
          ScoredRows.of(
              rows.where(isUsable().and(not(isUnweighted()))), label(), weight(), by.added());
      return new LabelledPredictions(
          Optional.of(
              new LinkedHashMap<>(Measures.of(by.task(), scored, by.classNames()).metrics())),
          notes(counted));
    }

    private Column label() {
      return encoding.ofTable();
    }

    private Column isUsable() {
      return label().isNotNull().and(not(isnan(label())));
    }

    private Column isUnread() {
      return not(encoding.isMissing()).and(not(isUsable()));
    }

    private Column weight() {
      return by.schema().weights(rows.schema());
    }

    private Column isUnweighted() {
      return not(weight().isNotNull().and(weight().between(0, Double.MAX_VALUE)));
    }

    private String emptiness(Row counted) {
      return counted.getLong(1) == 0
          ? "is empty"
          : "holds none that the model predicts, but such as '" + counted.getString(2) + "'";
    }

    private List<String> notes(Row counted) {
      List<String> notes = new ArrayList<>();
      note(notes, counted.getLong(0), "without label");
      note(
          notes,
          counted.getLong(1),
          "whose label the model does not predict, such as '" + counted.getString(2) + "'");
      note(notes, counted.getLong(4), "without a weight that is a number of at least 0");
      return notes;
    }

    private static void note(List<String> notes, long rows, String what) {
      if (rows > 0) {
        String one = String.format(Locale.ROOT, "not measured on: %,d rows %s", rows, what);
        notes.add(Visible.of(one));
      }
    }
  }
}
