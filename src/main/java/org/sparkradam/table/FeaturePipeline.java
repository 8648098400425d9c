package org.sparkradam.table;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.feature.FeatureHasher;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.StandardScalerModel;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.feature.VectorSizeHint;
import org.apache.spark.ml.linalg.Vectors;

/**
 * Builds the feature preparation out of Spark's own stages.
 *
 * <p>It takes any table that has the feature columns and gives two columns: {@code source}, the
 * given row as a struct, and {@code features}. Between them, columns have plain names of ours,
 * since Spark's stages stumble over dots in names, and a table may have a {@code features} column
 * itself.
 */
final class FeaturePipeline {
  static final String SOURCE = "source";
  static final String FEATURES = "features";

  /** How the statement begins that every saved preparation begins with. */
  static final String OPENING = "SELECT struct(*) AS " + SOURCE;

  private final List<FeatureColumn> columns;
  private final MissingText missing;
  private final Profile.Part training;
  private final List<PipelineStage> stages = new ArrayList<>();
  private final List<String> parts = new ArrayList<>();

  private FeaturePipeline(List<FeatureColumn> columns, MissingText missing, Profile.Part training) {
    this.columns = columns;
    this.missing = missing;
    this.training = training;
  }

  /**
   * A pipeline of which the numbers are fitted already; its features are numbers, categories,
   * hashes, vectors, in this order.
   *
   * @param training what is known of the rows that it is to be fitted to
   */
  static Pipeline of(List<FeatureColumn> columns, MissingText missing, Profile.Part training) {
    FeaturePipeline pipeline = new FeaturePipeline(columns, missing, training);
    pipeline.open();
    pipeline.numbers();
    pipeline.categories();
    FeatureChoice.only(columns, FeatureColumn.Hashed.class).forEach(pipeline::hashes);
    FeatureChoice.only(columns, FeatureColumn.Plain.class).forEach(pipeline::vector);
    FeatureChoice.only(columns, FeatureColumn.Scaled.class).forEach(pipeline::scaled);
    pipeline.close();
    return new Pipeline().setStages(pipeline.stages.toArray(PipelineStage[]::new));
  }

  private void open() {
    stages.add(opening(columns, FeatureColumn::reading, missing));
  }

  private static SQLTransformer opening(
      List<FeatureColumn> columns,
      Function<FeatureColumn, ColumnReading> reading,
      MissingText missing) {
    String inputs =
        IntStream.range(0, columns.size())
            .mapToObj(
                i -> {
                  FeatureColumn column = columns.get(i);
                  String name = Sql.name(column.name());
                  return reading.apply(column).sql(name, missing) + " AS " + plain(i);
                })
            .collect(joining(", "));
    return new SQLTransformer().setStatement(OPENING + ", " + inputs + " FROM __THIS__");
  }

  /**
   * A pipeline that was fitted to rows as they are held, for tables as users have them: their
   * arrays are vectors already where they are held.
   */
  static PipelineModel ofTables(
      PipelineModel fitted, List<FeatureColumn> columns, ColumnRoles roles, MissingText missing) {
    List<Transformer> stages = new ArrayList<>(List.of(fitted.stages()));
    stages.set(0, opening(columns, column -> roles.reading(column.name()), missing));
    return new PipelineModel(fitted.uid(), stages);
  }

  /** By the profile: to fit an imputer and a scaler would take two more passes. */
  private void numbers() {
    List<FeatureColumn.Numeric> numbers = FeatureChoice.only(columns, FeatureColumn.Numeric.class);
    if (numbers.isEmpty()) {
      return;
    }
    double[] means = new double[numbers.size()];
    double[] deviations = new double[numbers.size()];
    List<String> imputed = new ArrayList<>();
    for (int i = 0; i < means.length; i++) {
      ColumnProfile profile = training.columns().get(numbers.get(i).name());
      double deviation = profile.deviation(training.rows());
      means[i] = profile.mean();
      deviations[i] = SettledModel.deviation(means[i], deviation);
      String input = plain(numbers.get(i));
      imputed.add(
          "coalesce(nanvl(%s, NULL), CAST('%s' AS DOUBLE)) AS imputed_%s"
              .formatted(input, SettledModel.rounded(means[i], means[i]), input));
      means[i] = SettledModel.mean(means[i], deviations[i]);
    }
    sql("SELECT *, " + String.join(", ", imputed) + " FROM __THIS__");
    String[] inputs = prefixed("imputed_", plain(FeatureColumn.Numeric.class));
    stages.add(new VectorAssembler().setInputCols(inputs).setOutputCol("numbers"));
    stages.add(scaler(means, deviations));
    parts.add("standardised");
  }

  private static StandardScalerModel scaler(double[] means, double[] deviations) {
    StandardScaler scaler = new StandardScaler().setWithMean(true).setWithStd(true);
    scaler.setInputCol("numbers").setOutputCol("standardised");
    return new StandardScalerModel(scaler.uid(), Vectors.dense(deviations), Vectors.dense(means))
        .copy(scaler.extractParamMap());
  }

  private void categories() {
    String[] inputs = plain(FeatureColumn.OneHot.class);
    if (inputs.length == 0) {
      return;
    }
    String[] indices = prefixed("index_", inputs);
    String[] encoded = prefixed("encoded_", inputs);
    stages.add(
        new StringIndexer()
            .setStringOrderType("alphabetAsc")
            .setHandleInvalid("keep")
            .setInputCols(inputs)
            .setOutputCols(indices));
    stages.add(new OneHotEncoder().setDropLast(false).setInputCols(indices).setOutputCols(encoded));
    parts.addAll(List.of(encoded));
  }

  private void hashes(FeatureColumn.Hashed column) {
    String output = "hashed_" + plain(column);
    stages.add(
        new FeatureHasher()
            .setNumFeatures(column.buckets())
            .setInputCols(new String[] {plain(column)})
            .setOutputCol(output));
    parts.add(output);
  }

  private void vector(FeatureColumn.Plain column) {
    stages.add(new VectorSizeHint().setInputCol(plain(column)).setSize(column.size()));
    parts.add(plain(column));
  }

  private void scaled(FeatureColumn.Scaled column) {
    String output = "scaled_" + plain(column);
    stages.add(new VectorSizeHint().setInputCol(plain(column)).setSize(column.size()));
    stages.add(new StandardScaler().setInputCol(plain(column)).setOutputCol(output));
    parts.add(output);
  }

  /** A single part is the features already: to assemble a million names is not free. */
  private void close() {
    String assembled = parts.get(0);
    if (parts.size() > 1) {
      assembled = "assembled";
      stages.add(
          new VectorAssembler().setInputCols(parts.toArray(String[]::new)).setOutputCol(assembled));
    }
    sql("SELECT " + SOURCE + ", " + assembled + " AS " + FEATURES + " FROM __THIS__");
  }

  private void sql(String statement) {
    stages.add(new SQLTransformer().setStatement(statement));
  }

  private String plain(FeatureColumn column) {
    return plain(columns.indexOf(column));
  }

  /** What the i-th feature column is called inside. */
  static String plain(int i) {
    return "c" + i;
  }

  private String[] plain(Class<? extends FeatureColumn> kind) {
    return FeatureChoice.only(columns, kind).stream().map(this::plain).toArray(String[]::new);
  }

  private static String[] prefixed(String prefix, String[] names) {
    return Stream.of(names).map(name -> prefix + name).toArray(String[]::new);
  }
}
