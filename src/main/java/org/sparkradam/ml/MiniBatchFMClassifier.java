package org.sparkradam.ml;

import org.apache.spark.ml.classification.FMClassificationModel;
import org.apache.spark.ml.classification.ProbabilisticClassifier;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.DoubleArrayParam;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import org.sparkradam.block.ScalaCollections;
import org.sparkradam.ml.internal.fit.Trained;
import org.sparkradam.ml.internal.model.FactorWeights;
import org.sparkradam.ml.internal.model.TrainingSummaries;
import scala.collection.immutable.Seq;

/**
 * A factorization machine for two classes, trained on minibatches; the model is Spark's own.
 *
 * <p>Params of columns, objective and prediction are those of Spark's {@code FMClassifier}, with
 * its defaults, and weights of rows besides. Features need not be scaled: numeric ones are
 * standardised for training, those of 0 and 1 stay as they are, and the model makes up for it. How
 * it is trained is this library's: see {@link HasTraining}; the model keeps Spark's default of
 * {@code solver}, as it refuses ours. A fit caches its rows and releases them.
 *
 * <p>Mutable, not thread-safe; fits of copies may run side by side.
 */
public final class MiniBatchFMClassifier
    extends ProbabilisticClassifier<Vector, MiniBatchFMClassifier, FMClassificationModel>
    implements HasTraining<MiniBatchFMClassifier>,
        LockstepStage<FMClassificationModel>,
        HasInitialModel<MiniBatchFMClassifier, FMClassificationModel>,
        HasFactors<MiniBatchFMClassifier>,
        HasClassWeight<MiniBatchFMClassifier> {
  private static final long serialVersionUID = 1L;

  // None may have an initialiser: Spark asks for uid and params during super().
  private final String uid;
  private StageParams stageParams;

  /** With a uid of its own. */
  public MiniBatchFMClassifier() {
    this(StageUid.random("mbfmc"));
  }

  /** With a uid of the caller's, as Spark's copying and reading need it. */
  public MiniBatchFMClassifier(String uid) {
    this(StageUid.announced(uid));
  }

  private MiniBatchFMClassifier(StageUid announced) {
    this.uid = announced.value();
    stageParams().setDefaults(this);
    stageParams().objective.setPenaltyDefaults(this);
    stageParams().objective.setClassDefaults(this);
    stageParams().factors.setDefaults(this);
  }

  @Override
  public String uid() {
    return StageUid.of(uid);
  }

  @Override
  public StageParams stageParams() {
    if (stageParams == null) {
      stageParams = new StageParams(this, TrainingDefaults.FACTORS);
    }
    return stageParams;
  }

  /** Of Spark's name and meaning; numbers of any type pass its {@code w}. */
  @Override
  public DoubleArrayParam thresholds() {
    return stageParams().thresholds;
  }

  @Override
  public FMClassificationModel train(Dataset<?> table) {
    Trained<FMClassificationModel> trained = LockstepFits.of(this, table);
    FMClassificationModel model = copyValues(trained.result(), ParamMap.empty());
    String weights = TrainingColumns.weight(this);
    stageParams()
        .attachments
        .summarise(
            () ->
                TrainingSummaries.attach(
                    model,
                    FeatureColumns.withVector(this, table),
                    weights,
                    trained.objectiveHistory()));
    return model;
  }

  @Override
  public StageTraining<FMClassificationModel> training() {
    return new FactorTraining.Classification(this, initial());
  }

  /** See {@link #fitMultiple}; in Scala 2.12, whose {@code Seq} is another, a method of its own. */
  @SuppressWarnings("MissingOverride")
  public Seq<FMClassificationModel> fit(Dataset<?> table, Seq<ParamMap> maps) {
    return ScalaCollections.asScala(
        fitMultiple(table, ScalaCollections.asJava(maps).toArray(ParamMap[]::new)));
  }

  private FactorWeights initial() {
    return InitialModel.of(this, FMClassificationModel.class, FMClassificationModel.read())
        .map(model -> FactorWeights.of(model.factors(), model.linear(), model.intercept()))
        .orElse(null);
  }

  /** A column of vectors, as Spark's estimators check it, is here what features are made into. */
  @Override
  public StructType transformSchema(StructType schema) {
    return super.transformSchema(FeatureColumns.of(this, schema).withVector(schema));
  }

  @Override
  public <T extends Params> T copyValues(T to, ParamMap extra) {
    return to instanceof FMClassificationModel
        ? ModelParams.copy(this, to, extra)
        : super.copyValues(to, extra);
  }

  @Override
  public MiniBatchFMClassifier copy(ParamMap extra) {
    return stageParams().attachments.handTo(defaultCopy(extra));
  }

  /** Declared once more, since Python's gateway does not see the methods of interfaces. */
  @Override
  public MLWriter write() {
    return HasTraining.super.write();
  }

  /** Reads what {@code save} or {@code write} has written. */
  public static MLReader<MiniBatchFMClassifier> read() {
    return new DefaultParamsReader<>();
  }

  /** Reads what {@code save} or {@code write} has written at a path. */
  public static MiniBatchFMClassifier load(String path) {
    return read().load(path);
  }
}
