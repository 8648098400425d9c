package org.sparkradam.table.feature;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.column.ColumnNames;
import org.sparkradam.table.column.MissingText;
import org.sparkradam.table.column.Sql;
import org.sparkradam.table.profile.ColumnProfile;
import org.sparkradam.table.profile.ColumnRoles;
import org.sparkradam.table.profile.LabelEncoding;
import org.sparkradam.table.profile.Profile;
import org.sparkradam.table.profile.RowSplit;
import org.sparkradam.table.read.FeatureSettings;
import org.sparkradam.table.read.TableSpec;
import org.sparkradam.table.read.Task;

/** Fits the preparation of features to the training rows and to no others. */
public final class FeatureFitting {
  private static final String TARGET = "target";
  private static final String MEAN = "mean_";
  private static final String FOLD = "\0fold";

  private final FeatureSettings settings;
  private final Profile.Part profile;
  private final FeatureChoice choice;
  private final LabelEncoding label;
  private final FeatureInputs inputs;
  private final List<String> notes = new ArrayList<>();

  private FeatureFitting(
      FeatureSettings settings,
      Profile.Part profile,
      Profile.Part test,
      LabelEncoding label,
      FeatureInputs inputs) {
    this.settings = settings;
    this.profile = profile;
    this.choice = new FeatureChoice(settings, profile, test);
    this.label = label;
    this.inputs = inputs;
  }

  /**
   * @param names of the columns to learn from
   * @param training the training rows
   * @throws BadInputException if the settings ask of columns what these do not allow
   */
  public static FittedFeatures of(
      TableSpec spec,
      ColumnRoles roles,
      MissingText missing,
      List<String> names,
      Profile profile,
      LabelEncoding label,
      Dataset<Row> training) {
    FeatureSettings settings = spec.featureSettings();
    Dataset<Row> rows =
        settings.targetEncode().isEmpty()
            ? training
            : training.withColumn(FOLD, fold(spec, training));
    FeatureInputs inputs = FeatureInputs.of(InputColumn.of(names, roles), settings, missing, rows);
    return new FeatureFitting(settings, profile.good(false), profile.good(true), label, inputs)
        .fitted();
  }

  /** Rows of the same content are of the same fold, for else one would tell the other's label. */
  public static Column fold(TableSpec spec, Dataset<Row> rows) {
    Column hash =
        new RowSplit(TableSpec.DEFAULT_TEST_FRACTION, spec.splitSeed()).hash(rows.schema());
    return pmod(hash, lit(TargetMeans.FOLDS)).cast("int");
  }

  private FittedFeatures fitted() {
    List<String> means =
        settings.targetEncode().stream()
            .map(name -> inputs.category(name, "--target-encode"))
            .distinct()
            .toList();
    if (!means.isEmpty() && label.classNames().size() > 2) {
      throw new BadInputException(
          "--target-encode: needs a label of two classes, or numbers; this one has %s classes"
              .formatted(label.classNames().size()));
    }
    Dictionaries dictionaries = dictionaries(means);
    List<FeatureColumn> features = features(means, dictionaries);
    FeatureNotes.refuseNone(features);
    rank(features, means, dictionaries);
    Map<String, Standardisation> standardisations = new HashMap<>();
    inputs
        .numbers()
        .forEach(column -> standardisations.put(column.inner(), standardisation(column.name())));
    Optional<TargetMeans.Fitted> encoders =
        means.isEmpty() ? Optional.empty() : Optional.of(encoders(means));
    Supplier<Dataset<Row>> rows =
        () -> encoders.map(fitted -> fitted.all().transform(inputs.rows())).orElse(inputs.rows());
    if (!means.isEmpty()) {
      List<String> columns = means.stream().map(inner -> MEAN + inner).toList();
      standardisations.putAll(TargetMeans.standardisations(rows.get(), columns));
    }
    OptionalInt shared =
        settings.hashBits().isPresent()
            ? OptionalInt.of(1 << settings.hashBits().getAsInt())
            : OptionalInt.empty();
    FeaturePlan plan = new FeaturePlan(features, dictionaries, levels(), standardisations, shared);
    PipelineModel last = FeaturePipeline.fitted(plan, inputs.session(), rows);
    notes.addAll(0, FeatureNotes.of(plan));
    notes.addAll(dictionaries.notes());
    return new FittedFeatures(
        plan,
        whole(last, encoders.map(TargetMeans.Fitted::all).stream()),
        encoders.stream()
            .flatMap(fitted -> fitted.withoutFold().stream())
            .map(encoder -> whole(last, Stream.of(encoder)))
            .toList(),
        notes);
  }

  private PipelineModel whole(PipelineModel last, Stream<Transformer> encoder) {
    List<Transformer> stages = new ArrayList<>(inputs.stages());
    encoder.forEach(stages::add);
    stages.addAll(List.of(last.stages()));
    return new PipelineModel(last.uid(), stages);
  }

  /** All categories of the columns whose texts the profile has counted. */
  private Map<String, Collection<String>> levels() {
    Map<String, Collection<String>> levels = new HashMap<>();
    for (InputColumn column : inputs.columns()) {
      profile
          .columns()
          .get(column.name())
          .categories()
          .ifPresent(texts -> levels.put(column.inner(), texts.keySet()));
    }
    return levels;
  }

  private Dictionaries dictionaries(List<String> means) {
    Map<String, String> listed = new LinkedHashMap<>();
    inputs
        .categories()
        .forEach(
            (name, inner) -> {
              if (settings.minCount() > 1 || means.contains(inner)) {
                listed.put(inner, name);
              }
            });
    return Dictionaries.of(inputs.rows(), listed, settings.minCount(), means);
  }

  private List<FeatureColumn> features(List<String> means, Dictionaries dictionaries) {
    List<FeatureColumn> features = new ArrayList<>();
    inputs.numbers().forEach(c -> features.add(new FeatureColumn.Numeric(c.name(), c.inner())));
    Map<String, Long> distinct = distinct(dictionaries);
    List<String> none = new ArrayList<>();
    inputs
        .categories()
        .forEach(
            (name, inner) -> {
              if (dictionaries.has(inner) && dictionaries.of(inner).isEmpty()) {
                none.add(name);
              } else if (means.contains(inner)) {
                features.add(new FeatureColumn.LabelMean(name, MEAN + inner));
              } else {
                long levels =
                    dictionaries.has(inner)
                        ? dictionaries.of(inner).size()
                        : distinct.computeIfAbsent(inner, any -> distinct(name));
                features.add(choice.category(name, inner, levels));
              }
            });
    if (!none.isEmpty()) {
      notes.add(
          "left out, no category has --min-count "
              + settings.minCount()
              + " training rows: "
              + new ColumnNames(none).listed());
    }
    inputs.columns().stream()
        .filter(InputColumn::isVector)
        .forEach(column -> features.add(choice.vector(column)));
    return features;
  }

  /** A derived category that nobody has counted is hashed, however many there are. */
  private long distinct(String name) {
    ColumnProfile column = profile.columns().get(name);
    return column == null ? 0 : column.distinct();
  }

  /** About how many categories the derived columns have of which nobody has listed them. */
  private Map<String, Long> distinct(Dictionaries dictionaries) {
    List<String> unknown =
        inputs.derived().stream()
            .map(DerivedCategory::inner)
            .filter(inner -> !dictionaries.has(inner))
            .toList();
    return unknown.isEmpty() || settings.hashBits().isPresent()
        ? new HashMap<>()
        : DerivedCategory.distinct(inputs.rows(), unknown);
  }

  /** Looks those categories up that have a dictionary without being one-hot. */
  private void rank(List<FeatureColumn> features, List<String> means, Dictionaries dictionaries) {
    List<String> ranked = new ArrayList<>(means);
    FeatureChoice.only(features, FeatureColumn.Hashed.class).stream()
        .map(FeatureColumn::inner)
        .filter(dictionaries::has)
        .forEach(ranked::add);
    if (!ranked.isEmpty()) {
      inputs.add(FeaturePipeline.ranks(ranked, dictionaries));
    }
  }

  private Standardisation standardisation(String name) {
    ColumnProfile column = profile.columns().get(name);
    return Standardisation.of(column.mean(), column.deviation(profile.rows()));
  }

  private TargetMeans.Fitted encoders(List<String> means) {
    Map<String, String> columns = new LinkedHashMap<>();
    means.forEach(inner -> columns.put(FeaturePipeline.RANK + inner, MEAN + inner));
    String source = FeaturePipeline.SOURCE + ".";
    Dataset<Row> rows =
        inputs
            .rows()
            .withColumn(TARGET, label.of(source + Sql.name(label.column())).cast("double"))
            .withColumn(FOLD, expr(source + Sql.name(FOLD)));
    return TargetMeans.fitted(rows, columns, TARGET, label.task() == Task.BINARY, FOLD);
  }
}
