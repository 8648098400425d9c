package org.sparkradam.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.storage.StorageLevel.MEMORY_AND_DISK;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.column.BadRows;
import org.sparkradam.table.column.ColumnKind;
import org.sparkradam.table.column.ColumnNames;
import org.sparkradam.table.column.MissingText;
import org.sparkradam.table.feature.FeatureFitting;
import org.sparkradam.table.feature.FeatureInputs;
import org.sparkradam.table.feature.FeatureNames;
import org.sparkradam.table.feature.FeatureNotes;
import org.sparkradam.table.feature.FittedFeatures;
import org.sparkradam.table.feature.InputColumn;
import org.sparkradam.table.feature.TargetMeans;
import org.sparkradam.table.profile.ColumnRoles;
import org.sparkradam.table.profile.HeldColumns;
import org.sparkradam.table.profile.LabelClass;
import org.sparkradam.table.profile.LabelEncoding;
import org.sparkradam.table.profile.LabelStudy;
import org.sparkradam.table.profile.PackedNumbers;
import org.sparkradam.table.profile.Profile;
import org.sparkradam.table.profile.ProfiledRows;
import org.sparkradam.table.profile.RowProblems;
import org.sparkradam.table.profile.Strata;
import org.sparkradam.table.profile.Uninformative;
import org.sparkradam.table.read.FormatTraits;
import org.sparkradam.table.read.PassName;
import org.sparkradam.table.read.Persisting;
import org.sparkradam.table.read.SettledSource;
import org.sparkradam.table.read.Spread;
import org.sparkradam.table.read.TableInput;
import org.sparkradam.table.read.TableSpec;

/** From a specification to rows of label, features and weight. */
public final class TablePreparation {
  private final TableSpec spec;
  private final TrainTestTables tables;
  private final Map<String, String> snapshots;
  private final String timeZone;
  private final ColumnRoles roles;
  private final LabelStudy labels;
  private final MissingText missing;
  private final RowProblems problems;
  private final int firstIndex;
  private final List<String> notes = new ArrayList<>();

  private TablePreparation(
      TableSpec spec,
      TrainTestTables tables,
      FormatTraits format,
      Map<String, String> snapshots,
      String timeZone) {
    this.spec = spec;
    this.tables = tables;
    this.snapshots = snapshots;
    this.timeZone = timeZone;
    this.missing = format.missing();
    this.firstIndex = format.firstIndex(spec);
    this.roles = ColumnRoles.of(spec, tables.schema());
    this.labels = LabelStudy.of(spec, roles, tables.schema());
    this.problems = new RowProblems(roles, labels.values(), missing);
    snapshots.forEach((table, snapshot) -> notes.add(table + ": " + snapshot));
    notes.addAll(roles.notes());
  }

  /**
   * Reads, checks and prepares a table: its text, if it is one, in one pass, the columns of it in
   * few more. They stay persisted until what is returned is closed.
   *
   * @throws BadInputException if the user can mend what is wrong, in the specification or the data
   */
  public static PreparedTable prepare(SparkSession session, TableSpec spec) {
    if (!spec.featureSettings().targetEncode().isEmpty()) {
      TargetMeans.requireSpark();
    }
    TableInput input = new TableInput(session, spec, Spread::over);
    SettledSource data = input.settled(spec.data());
    Optional<SettledSource> test = spec.testData().map(input::settled);
    Map<String, String> snapshots = new TreeMap<>();
    data.snapshot().ifPresent(snapshot -> snapshots.put("table version", snapshot.toString()));
    test.flatMap(SettledSource::snapshot)
        .ifPresent(snapshot -> snapshots.put("test table version", snapshot.toString()));
    TrainTestTables tables = TrainTestTables.read(input, data, test);
    try {
      String timeZone = session.conf().get("spark.sql.session.timeZone");
      return new TablePreparation(spec, tables, data.format().traits(), snapshots, timeZone)
          .prepare();
    } finally {
      tables.release();
    }
  }

  private PreparedTable prepare() {
    checkTest();
    Dataset<Row> held = tables.marked(problems);
    return Persisting.unlessItFails(held, MEMORY_AND_DISK(), () -> prepared(held));
  }

  private PreparedTable prepared(Dataset<Row> held) {
    ProfiledRows profiled = profiled(held);
    List<BadRows> bad = badRows(profiled);
    List<LabelClass> classes = labels.classes(profiled.profile());
    Strata strata = strata(classes);
    if (!strata.areWhole()) {
      profiled = profiled(strata.balanced(profiled.marked()));
      classes = labels.classes(profiled.profile());
      strata.notes().forEach(notes::add);
    }
    LabelEncoding label = labels.encoding(classes, profiled.profile());
    RowCounts counts = counts(profiled.profile(), bad, label.trainingRows(classes));
    notes.add(LabelStudy.note(label, spec.task()));
    return prepared(held, profiled, counts, label);
  }

  private PreparedTable prepared(
      Dataset<Row> held, ProfiledRows profiled, RowCounts counts, LabelEncoding label) {
    Dataset<Row> good = PackedNumbers.unpacked(profiled.good());
    Dataset<Row> training = good.where(functions.not(col(HeldColumns.IS_TEST)));
    Dataset<Row> test = good.where(col(HeldColumns.IS_TEST));
    List<String> columns = columns(profiled.profile(), training);
    FittedFeatures features =
        FeatureFitting.of(spec, roles, missing, columns, profiled.profile(), label, training);
    notes.addAll(features.notes());
    PipelineModel fitted = features.preparation();
    TableSchema schema = schema(columns, features, training, profiled.profile().good(false));
    FeatureNames names = FeatureNames.of(features.plan(), fitted, firstIndex);
    List<InputColumn> inputs = InputColumn.of(columns, roles);
    PreparedRows rows = new PreparedRows(features, inputs, label, roles.weight(), names.size());
    return new PreparedTable(
        rows.of(profiled.good(), FeatureFitting.fold(spec, good)),
        label,
        names,
        names.groups(),
        FeatureInputs.ofTables(fitted, inputs, missing),
        schema,
        SchemaCheck.of(schema, profiled.profile().good(true), test, tables.testSchema()),
        counts,
        snapshots,
        notes,
        held);
  }

  private void checkTest() {
    if (spec.testData().isPresent()) {
      StructType test = tables.testSchema();
      roles.checkTest(test);
      schema(roles.features())
          .check(test, "--test-data: ", "it lacks a column of the training data: ");
    }
  }

  private TableSchema schema(List<String> features) {
    return TableSchema.of(roles, features, tables.schema(), missing, spec.select(), timeZone);
  }

  private TableSchema schema(
      List<String> names, FittedFeatures features, Dataset<Row> training, Profile.Part profile) {
    Map<String, SeenValues> seen =
        new HashMap<>(SeenCategories.listed(features.preparation(), names));
    List<String> unlisted =
        names.stream()
            .filter(name -> roles.kind(name) == ColumnKind.TEXT)
            .filter(name -> !features.plan().lists(name))
            .toList();
    seen.putAll(
        PassName.during(
            training,
            "noting the categories that there are",
            () -> SeenCategories.filtered(unlisted, profile, training)));
    return schema(names)
        .with(
            column ->
                column.with(
                    1 - (double) profile.columns().get(column.name()).known() / profile.rows(),
                    Optional.ofNullable(seen.get(column.name()))));
  }

  private ProfiledRows profiled(Dataset<Row> marked) {
    return ProfiledRows.of(spec, roles, labels.values(), marked);
  }

  private Strata strata(List<LabelClass> classes) {
    boolean wanted = spec.stratify() && spec.testData().isEmpty();
    return Strata.of(roles.label(), labels.values(), wanted ? classes : List.of());
  }

  private List<BadRows> badRows(ProfiledRows profiled) {
    if (profiled.profile().rows() == 0 && tables.unreadable().isEmpty()) {
      String left = spec.where().map(sql -> " for which --where holds").orElse("");
      throw new BadInputException(spec.data().title() + ": there are no rows in it" + left);
    }
    if (!profiled.profile().hasBadRows()) {
      return tables.unreadable();
    }
    List<BadRows> found = tables.bad(problems);
    BadRows.settle(found, spec.badRows(), spec.data().title(), "");
    return Stream.concat(tables.unreadable().stream(), found.stream()).toList();
  }

  private RowCounts counts(Profile profile, List<BadRows> bad, List<Long> ofClasses) {
    long unreadable = tables.unreadable().stream().mapToLong(BadRows::count).sum();
    RowCounts counts =
        new RowCounts(
            profile.rows() + unreadable,
            profile.rows(RowProblems.NO_LABEL),
            bad,
            profile.good(false).rows(),
            ofClasses,
            profile.good(true).rows());
    notes.add(counts.toString());
    bad.forEach(rows -> notes.add("left out: " + rows));
    return counts;
  }

  /** The columns to learn from. */
  private List<String> columns(Profile profile, Dataset<Row> training) {
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
    FeatureNotes.refuseNone(kept);
    return kept;
  }
}
