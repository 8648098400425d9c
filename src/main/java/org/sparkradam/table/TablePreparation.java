package org.sparkradam.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** From a specification to rows of label, features and weight. */
public final class TablePreparation {
  private final TableSpec spec;
  private final TwoTables tables;
  private final ColumnRoles roles;
  private final LabelValues labelValues;
  private final MissingText missing;
  private final int firstIndex;
  private final List<String> notes = new ArrayList<>();

  private TablePreparation(TableSpec spec, TwoTables tables, TableFormat format) {
    this.spec = spec;
    this.tables = tables;
    this.missing = MissingText.in(format);
    this.firstIndex = format == TableFormat.LIBSVM ? 1 : 0;
    this.roles = ColumnRoles.of(spec, tables.schema());
    this.labelValues = LabelValues.of(roles.kind(roles.label()), spec.task());
    notes.addAll(roles.notes());
  }

  /**
   * Reads, checks and prepares a table. Tables of text are persisted meanwhile, and released before
   * this returns.
   *
   * @throws BadInputException if the user can mend what is wrong, in the specification or the data
   */
  public static PreparedTable prepare(SparkSession session, TableSpec spec) {
    TableInput input = new TableInput(session, spec);
    TableFormat format = input.format(spec.data());
    TwoTables tables = TwoTables.read(input, spec);
    try {
      return new TablePreparation(spec, tables, format).prepare();
    } finally {
      tables.release();
    }
  }

  private PreparedTable prepare() {
    RowStatus status = new RowStatus(roles, labelValues, missing);
    Dataset<Row> marked = tables.marked(roles).withColumn(TwoTables.STATUS, status.column());
    Profile profile = profile(marked);
    refuseEmpty(profile);
    List<BadRows> bad = badRows(marked, profile);
    Dataset<Row> good = marked.where(col(TwoTables.STATUS).isNull()).drop(TwoTables.STATUS);
    RowCounts counts = counts(profile, bad);
    LabelEncoding label = label(good, profile);
    Dataset<Row> training = good.where(col(TwoTables.IS_TEST).equalTo(false));
    List<FeatureColumn> features = features(profile, training);
    PipelineModel fitted = SettledModel.of(FeaturePipeline.of(features, missing).fit(training));
    List<String> names = FeatureNames.of(features, fitted, firstIndex);
    PreparedRows rows = new PreparedRows(fitted, label, roles.weight(), names.size());
    return new PreparedTable(
        rows.of(training),
        rows.of(good.where(col(TwoTables.IS_TEST))),
        label,
        names,
        fitted,
        counts,
        notes);
  }

  private Profile profile(Dataset<Row> marked) {
    try {
      return Profile.of(marked, ProfiledColumns.of(roles, labelValues, missing));
    } catch (Exception e) { // Spark's checked exceptions are not declared.
      if (Causes.lieInTheData(e)) {
        String where = spec.select().isPresent() ? "--select over " + spec.data() : spec.data();
        throw new BadInputException(where + ": " + Causes.oneLine(e), e);
      }
      throw e;
    }
  }

  private void refuseEmpty(Profile profile) {
    if (profile.rows() == 0 && tables.unreadable().isEmpty()) {
      throw new BadInputException(spec.data() + ": there are no rows in it");
    }
  }

  private List<BadRows> badRows(Dataset<Row> marked, Profile profile) {
    if (!profile.hasBadRows()) {
      return tables.unreadable();
    }
    var reason = when(col(TwoTables.STATUS).notEqual(RowStatus.NO_LABEL), col(TwoTables.STATUS));
    List<BadRows> found = BadRows.find(marked, reason, BadRows.shortText(roles.used()));
    BadRows.settle(found, spec.badRows(), spec.data(), "");
    return Stream.concat(tables.unreadable().stream(), found.stream()).toList();
  }

  private RowCounts counts(Profile profile, List<BadRows> bad) {
    long unreadable = tables.unreadable().stream().mapToLong(BadRows::count).sum();
    RowCounts counts =
        new RowCounts(
            profile.rows() + unreadable,
            profile.rows(RowStatus.NO_LABEL),
            bad,
            profile.good(false).rows(),
            profile.good(true).rows());
    notes.add(counts.toString());
    bad.forEach(rows -> notes.add("left out: " + rows));
    return counts;
  }

  private LabelEncoding label(Dataset<Row> good, Profile profile) {
    LabelMend mend = new LabelMend(spec, roles.label(), List.of(tables.schema().fieldNames()));
    LabelChecks checks = new LabelChecks(roles.label(), mend);
    LabelEncoding label =
        new LabelStudy(spec, roles.label(), labelValues, checks).encoding(good, profile);
    notes.add(LabelStudy.note(label, spec.task()));
    return label;
  }

  private List<FeatureColumn> features(Profile profile, Dataset<Row> training) {
    Profile.Part part = profile.good(false);
    Uninformative uninformative = new Uninformative(roles, part, missing);
    List<String> kept = new ArrayList<>(roles.features());
    if (spec.features().isEmpty()) {
      Map<String, List<String>> reasons = uninformative.among(training);
      reasons.forEach(
          (reason, names) -> {
            kept.removeAll(names);
            notes.add("left out, " + reason + ": " + new ColumnNames(names).listed());
          });
    } else {
      uninformative.refuseEmpty();
    }
    FeatureChoice choice = new FeatureChoice(roles, part, profile.good(true));
    List<FeatureColumn> features = kept.stream().map(choice::of).toList();
    FeatureNotes.refuseNone(features);
    notes.addAll(FeatureNotes.of(features));
    return features;
  }
}
