package org.sparkradam.ml;

import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.regression.FMRegressionModel;
import org.apache.spark.ml.regression.Regressor;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import org.sparkradam.block.ScalaCollections;
import org.sparkradam.ml.internal.model.FactorWeights;
import scala.collection.immutable.Seq;

/**
 * A factorization machine for numbers, by least squares, trained on minibatches; the model is
 * Spark's own.
 *
 * <p>Params of columns, objective and prediction are those of Spark's {@code FMRegressor}, with its
 * defaults, and weights of rows besides. Features need not be scaled: numeric ones are standardised
 * for training, those of 0 and 1 stay as they are, and the model makes up for it. How it is trained
 * is this library's: see {@link HasTraining}; the model keeps Spark's default of {@code solver}, as
 * it refuses ours. A fit caches its rows and releases them.
 *
 * <p>Mutable, not thread-safe; fits of copies may run side by side.
 */
public final class MiniBatchFMRegressor
    extends Regressor<Vector, MiniBatchFMRegressor, FMRegressionModel>
    implements HasTraining<MiniBatchFMRegressor>,
        LockstepStage<FMRegressionModel>,
        HasInitialModel<MiniBatchFMRegressor, FMRegressionModel>,
        HasFactors<MiniBatchFMRegressor> {
  private static final long serialVersionUID = 1L;

  // None may have an initialiser: Spark asks for uid and params during super().
  private final String uid;
  private StageParams stageParams;

  /** With a uid of its own. */
  public MiniBatchFMRegressor() {
    this(StageUid.random("mbfmr"));
  }

  /** With a uid of the caller's, as Spark's copying and reading need it. */
  public MiniBatchFMRegressor(String uid) {
    this(StageUid.announced(uid));
  }

  private MiniBatchFMRegressor(StageUid announced) {
    this.uid = announced.value();
    stageParams().setDefaults(this);
    stageParams().objective.setPenaltyDefaults(this);
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

  @Override
  public FMRegressionModel train(Dataset<?> table) {
    return copyValues(LockstepFits.of(this, table).result(), ParamMap.empty());
  }

  @Override
  public StageTraining<FMRegressionModel> training() {
    return new FactorTraining.Regression(this, initial());
  }

  /** See {@link #fitMultiple}; in Scala 2.12, whose {@code Seq} is another, a method of its own. */
  @SuppressWarnings("MissingOverride")
  public Seq<FMRegressionModel> fit(Dataset<?> table, Seq<ParamMap> maps) {
    return ScalaCollections.asScala(
        fitMultiple(table, ScalaCollections.asJava(maps).toArray(ParamMap[]::new)));
  }

  private FactorWeights initial() {
    return InitialModel.of(this, FMRegressionModel.class, FMRegressionModel.read())
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
    return to instanceof FMRegressionModel
        ? ModelParams.copy(this, to, extra)
        : super.copyValues(to, extra);
  }

  @Override
  public MiniBatchFMRegressor copy(ParamMap extra) {
    return stageParams().attachments.handTo(defaultCopy(extra));
  }

  /** Declared once more, since Python's gateway does not see the methods of interfaces. */
  @Override
  public MLWriter write() {
    return HasTraining.super.write();
  }

  /** Reads what {@code save} or {@code write} has written. */
  public static MLReader<MiniBatchFMRegressor> read() {
    return new DefaultParamsReader<>();
  }

  /** Reads what {@code save} or {@code write} has written at a path. */
  public static MiniBatchFMRegressor load(String path) {
    return read().load(path);
  }
}
