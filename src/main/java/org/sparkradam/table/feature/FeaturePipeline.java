package org.sparkradam.table.feature;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.feature.FeatureHasher;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.StringIndexerModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.feature.VectorSizeHint;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Builds what follows {@link FeatureInputs} out of Spark's own stages: from columns to one vector.
 *
 * <p>The whole takes any table that has the feature columns and gives two columns: {@code source},
 * the given row as a struct, and {@code features}. Between them, columns have plain names of ours,
 * since Spark's stages stumble over dots in names, and a table may have a {@code features} column
 * itself.
 */
public final class FeaturePipeline {
  /** Alias of the table that features are made of. */
  public static final String SOURCE = "source";

  /** Column of the features. */
  public static final String FEATURES = "features";

  /** The first columns of the statement that every saved preparation begins with. */
  public static final String OPENING = "struct(*) AS " + SOURCE;

  /** What indices of one-hot columns begin with. */
  static final String INDEX = "index_";

  /** What the places of categories in a dictionary begin with, where those are not one-hot. */
  static final String RANK = "rank_";

  private static final String RARE = "(rare)";

  private final FeaturePlan plan;
  private final SparkSession session;
  private final List<PipelineStage> stages = new ArrayList<>();
  private final List<String> parts = new ArrayList<>();

  private FeaturePipeline(FeaturePlan plan, SparkSession session) {
    this.plan = plan;
    this.session = session;
  }

  /**
   * Fits what the plan does not know yet; the features are numbers, label means, categories,
   * hashes, vectors, in this order, or one vector of hashes.
   *
   * @param rows asked for only if something has to be fitted to them
   */
  static PipelineModel fitted(FeaturePlan plan, SparkSession session, Supplier<Dataset<Row>> rows) {
    FeaturePipeline pipeline = new FeaturePipeline(plan, session);
    pipeline.keptTexts();
    pipeline.scalars();
    if (plan.sharedBuckets().isPresent()) {
      pipeline.hashAll(plan.sharedBuckets().getAsInt());
    } else {
      plan.scalars().stream().map(FeaturePlan::scaled).forEach(pipeline.parts::add);
      pipeline.categories();
      plan.only(FeatureColumn.Hashed.class).forEach(pipeline::hashes);
      plan.only(FeatureColumn.Plain.class).forEach(pipeline::vector);
      plan.only(FeatureColumn.Scaled.class).forEach(pipeline::scaled);
    }
    pipeline.close();
    return pipeline.fitted(rows);
  }

  private PipelineModel fitted(Supplier<Dataset<Row>> rows) {
    Pipeline all = new Pipeline().setStages(stages.toArray(PipelineStage[]::new));
    if (stages.stream().allMatch(Transformer.class::isInstance)) {
      return new PipelineModel(all.uid(), stages.stream().map(Transformer.class::cast).toList());
    }
    return SettledModel.of(all.fit(rows.get()));
  }

  /** A stage that looks categories up in a dictionary, which is not to be one-hot. */
  static StringIndexerModel ranks(List<String> inner, Dictionaries dictionaries) {
    return OneHotStages.indexer(
        inner.toArray(String[]::new),
        inner.stream().map(dictionaries::of).toList(),
        prefixed(RANK, inner));
  }

  /**
   * Numbers and label means, by what the profile knows of them: to fit an imputer and a scaler
   * would take two more passes.
   */
  private void scalars() {
    List<FeatureColumn> scalars = plan.scalars();
    if (!scalars.isEmpty()) {
      String standardised =
          scalars.stream()
              .map(
                  c ->
                      plan.standardisation(c).standardised(value(c))
                          + " AS "
                          + FeaturePlan.scaled(c))
              .collect(joining(", "));
      stages.add(SqlStages.select("*, " + standardised));
    }
  }

  /** Without the last bits of a mean, which depend on the order of the rows. */
  private static String value(FeatureColumn column) {
    return column instanceof FeatureColumn.LabelMean
        ? "CAST(CAST(%s AS FLOAT) AS DOUBLE)".formatted(column.inner())
        : column.inner();
  }

  private void categories() {
    List<FeatureColumn.OneHot> columns = plan.only(FeatureColumn.OneHot.class);
    if (columns.isEmpty()) {
      return;
    }
    List<String> inputs = plan.inner(FeatureColumn.OneHot.class);
    String[] encoded = prefixed("encoded_", inputs);
    stages.addAll(
        new OneHotStages(inputs.toArray(String[]::new), prefixed(INDEX, inputs), encoded)
            .of(session, columns.stream().map(plan::levels).toList()));
    parts.addAll(List.of(encoded));
  }

  /** Categories that are hashed and have a dictionary: those that it lacks are one. */
  private void keptTexts() {
    List<FeatureColumn.Hashed> listed =
        plan.only(FeatureColumn.Hashed.class).stream().filter(this::isListed).toList();
    if (!listed.isEmpty()) {
      stages.add(
          SqlStages.select("*, " + listed.stream().map(this::keptText).collect(joining(", "))));
    }
  }

  private boolean isListed(FeatureColumn column) {
    return plan.dictionaries().has(column.inner());
  }

  private String keptText(FeatureColumn column) {
    return "CASE WHEN %1$s%2$s < %3$s THEN %2$s ELSE '%4$s' END AS %5$s"
        .formatted(
            RANK,
            column.inner(),
            plan.dictionaries().of(column.inner()).size(),
            RARE,
            hashedText(column));
  }

  private String hashedText(FeatureColumn column) {
    return isListed(column) ? "kept_" + column.inner() : column.inner();
  }

  private void hashes(FeatureColumn.Hashed column) {
    hasher(new String[] {hashedText(column)}, column.buckets(), "hashed_" + column.inner());
  }

  /** One vector is the features: to assemble millions of them would name each. */
  private void hashAll(int buckets) {
    hasher(plan.hashed(this::hashedText), buckets, "hashed");
  }

  private void hasher(String[] inputs, int buckets, String output) {
    stages.add(
        new FeatureHasher().setNumFeatures(buckets).setInputCols(inputs).setOutputCol(output));
    parts.add(output);
  }

  private void vector(FeatureColumn.Plain column) {
    stages.add(new VectorSizeHint().setInputCol(column.inner()).setSize(column.size()));
    parts.add(column.inner());
  }

  private void scaled(FeatureColumn.Scaled column) {
    String output = FeaturePlan.scaled(column);
    stages.add(new VectorSizeHint().setInputCol(column.inner()).setSize(column.size()));
    stages.add(new StandardScaler().setInputCol(column.inner()).setOutputCol(output));
    parts.add(output);
  }

  /** A single part is the features already: to assemble a million names is not free. */
  private void close() {
    String assembled = parts.get(0);
    if (parts.size() > 1 || plan.isScalar()) {
      assembled = "assembled";
      stages.add(
          new VectorAssembler().setInputCols(parts.toArray(String[]::new)).setOutputCol(assembled));
    }
    stages.add(SqlStages.select(SOURCE + ", " + assembled + " AS " + FEATURES));
  }

  private static String[] prefixed(String prefix, List<String> names) {
    return names.stream().map(name -> prefix + name).toArray(String[]::new);
  }
}
