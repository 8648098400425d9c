package org.sparkradam.table.feature;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.feature.Bucketizer;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.column.ColumnKind;
import org.sparkradam.table.column.ColumnNames;
import org.sparkradam.table.column.MissingText;
import org.sparkradam.table.read.FeatureSettings;
import org.sparkradam.table.read.NumericTreatment;
import org.sparkradam.table.read.PassName;

/**
 * The stages that every preparation begins with: they read the columns, put numbers into ranges and
 * cross categories.
 */
public final class FeatureInputs {
  private final List<InputColumn> columns;
  private final FeatureSettings settings;
  private final List<Transformer> stages = new ArrayList<>();

  /** What can be one-hot encoded, hashed or crossed, by the user's name of it. */
  private final Map<String, String> categories = new LinkedHashMap<>();

  private final List<DerivedCategory> derived = new ArrayList<>();
  private Dataset<Row> rows;

  /** How many stages {@link #rows} have been through. */
  private int transformed;

  private FeatureInputs(List<InputColumn> columns, FeatureSettings settings, Dataset<Row> rows) {
    this.columns = columns;
    this.settings = settings;
    this.rows = rows;
  }

  /**
   * @param training rows that ranges are fitted to
   * @throws BadInputException if columns are to be treated in a way that they do not allow
   */
  static FeatureInputs of(
      List<InputColumn> columns,
      FeatureSettings settings,
      MissingText missing,
      Dataset<Row> training) {
    FeatureInputs inputs = new FeatureInputs(columns, settings, training);
    inputs.checkNumeric();
    inputs.add(opening(columns, InputColumn::heldSql));
    columns.stream()
        .filter(column -> column.kind() == ColumnKind.TEXT)
        .forEach(column -> inputs.categories.put(column.name(), column.inner()));
    inputs.derive(inputs.ranges());
    inputs.derive(inputs.logBuckets());
    inputs.derive(inputs.crosses());
    return inputs;
  }

  private static SQLTransformer opening(
      List<InputColumn> columns, Function<InputColumn, String> read) {
    String inputs = columns.stream().map(read).collect(joining(", "));
    return SqlStages.select(FeaturePipeline.OPENING + ", " + inputs);
  }

  /**
   * A preparation that was fitted to rows as they are held, for tables as users have them: held
   * columns are read already.
   */
  public static PipelineModel ofTables(
      PipelineModel fitted, List<InputColumn> columns, MissingText missing) {
    List<Transformer> stages = new ArrayList<>(List.of(fitted.stages()));
    stages.set(0, opening(columns, column -> column.sql(missing)));
    return new PipelineModel(fitted.uid(), SqlStages.joined(stages));
  }

  SparkSession session() {
    return rows.sparkSession();
  }

  List<InputColumn> columns() {
    return columns;
  }

  /** Columns that stay numbers. */
  List<InputColumn> numbers() {
    return columns.stream()
        .filter(c -> c.kind().isNumber() || c.kind() == ColumnKind.BOOLEAN)
        .filter(c -> !categories.containsKey(c.name()))
        .toList();
  }

  /** What they are called inside, by the user's name of them. */
  Map<String, String> categories() {
    return categories;
  }

  List<DerivedCategory> derived() {
    return derived;
  }

  List<Transformer> stages() {
    return stages;
  }

  /** The training rows with all these columns; to analyse it takes time, where columns are many. */
  Dataset<Row> rows() {
    for (; transformed < stages.size(); transformed++) {
      rows = stages.get(transformed).transform(rows);
    }
    return rows;
  }

  private void checkNumeric() {
    ColumnNames names = new ColumnNames(columns.stream().map(InputColumn::name).toList());
    settings
        .numericOf()
        .keySet()
        .forEach(
            name -> {
              names.requireFeature(name, "--numeric");
              if (columns.stream().noneMatch(c -> c.name().equals(name) && c.kind().isNumber())) {
                throw new BadInputException(
                    "--numeric %s: this column holds no numbers, or is --categorical"
                        .formatted(name));
              }
            });
  }

  private List<InputColumn> treated(Class<? extends NumericTreatment> treatment) {
    return columns.stream()
        .filter(c -> c.kind().isNumber() && treatment.isInstance(settings.numericOf(c.name())))
        .toList();
  }

  private List<DerivedCategory> ranges() {
    List<InputColumn> inputs = treated(NumericTreatment.Quantiles.class);
    if (inputs.isEmpty()) {
      return List.of();
    }
    List<Integer> buckets = inputs.stream().map(c -> quantiles(c.name()).buckets()).toList();
    double[][] splits =
        PassName.during(
            rows(),
            "finding the ranges of numbers",
            () ->
                QuantileSplits.of(
                    rows(), inputs.stream().map(InputColumn::inner).toList(), buckets));
    String[] given = inputs.stream().map(c -> "number_" + c.inner()).toArray(String[]::new);
    String[] indices = inputs.stream().map(c -> "range_" + c.inner()).toArray(String[]::new);
    String numbers =
        inputs.stream()
            .map(c -> "coalesce(%1$s, double('NaN')) AS number_%1$s".formatted(c.inner()))
            .collect(joining(", "));
    add(SqlStages.select("*, " + numbers));
    add(
        new Bucketizer()
            .setHandleInvalid("keep")
            .setSplitsArray(splits)
            .setInputCols(given)
            .setOutputCols(indices));
    return IntStream.range(0, inputs.size())
        .mapToObj(
            i ->
                DerivedCategory.range(
                    inputs.get(i), "bucket_" + inputs.get(i).inner(), indices[i], splits[i]))
        .toList();
  }

  private NumericTreatment.Quantiles quantiles(String name) {
    return (NumericTreatment.Quantiles) settings.numericOf(name);
  }

  private List<DerivedCategory> logBuckets() {
    return treated(NumericTreatment.LogBuckets.class).stream()
        .map(c -> DerivedCategory.logBucket(c, "bucket_" + c.inner()))
        .toList();
  }

  private List<DerivedCategory> crosses() {
    List<DerivedCategory> crosses = new ArrayList<>();
    for (List<String> parts : settings.crosses()) {
      String name = String.join(":", parts);
      List<String> inner = parts.stream().map(part -> category(part, "--cross " + name)).toList();
      crosses.add(DerivedCategory.cross(name, "cross_" + crosses.size(), inner));
    }
    return crosses;
  }

  /**
   * What a category is called inside.
   *
   * @throws BadInputException if there is none of that name
   */
  String category(String name, String option) {
    if (categories.containsKey(name)) {
      return categories.get(name);
    }
    new ColumnNames(columns.stream().map(InputColumn::name).toList())
        .requireFeature(name, option + ":");
    throw new BadInputException(
        "%s: column %s holds no categories; name it in --categorical, or bucket it by --numeric"
            .formatted(option, name));
  }

  private void derive(List<DerivedCategory> more) {
    if (more.isEmpty()) {
      return;
    }
    String columns =
        more.stream().map(one -> one.sql() + " AS " + one.inner()).collect(joining(", "));
    add(SqlStages.select("*, " + columns));
    more.forEach(one -> categories.put(one.name(), one.inner()));
    derived.addAll(more);
  }

  void add(Transformer stage) {
    stages.add(stage);
  }
}
