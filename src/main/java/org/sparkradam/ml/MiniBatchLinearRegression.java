package org.sparkradam.ml;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.ml.regression.Regressor;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import org.sparkradam.block.ScalaCollections;
import org.sparkradam.loss.Huber;
import org.sparkradam.ml.internal.fit.Trained;
import org.sparkradam.ml.internal.model.TrainingSummaries;
import org.sparkradam.ml.internal.param.NumberParams;
import org.sparkradam.ml.internal.param.ParamValue;
import org.sparkradam.ml.internal.param.Validator;
import scala.collection.immutable.Seq;

/**
 * Linear regression by least squares or Huber's loss, trained on minibatches; the model is Spark's
 * own.
 *
 * <p>Params of columns, objective, penalty and prediction are those of Spark's {@code
 * LinearRegression}, with its defaults, and ask for the same model. How it is trained is this
 * library's: see {@link HasTraining}; the model keeps Spark's default of {@code solver}, as it
 * refuses ours. A fit caches its rows and releases them.
 *
 * <p>Mutable, not thread-safe; fits of copies may run side by side.
 */
public final class MiniBatchLinearRegression
    extends Regressor<Vector, MiniBatchLinearRegression, LinearRegressionModel>
    implements HasTraining<MiniBatchLinearRegression>,
        LockstepStage<LinearRegressionModel>,
        HasInitialModel<MiniBatchLinearRegression, LinearRegressionModel>,
        HasLinearObjective<MiniBatchLinearRegression>,
        HasElasticNet<MiniBatchLinearRegression> {
  private static final long serialVersionUID = 1L;

  // None may have an initialiser: Spark asks for uid and params during super().
  private final String uid;
  private StageParams stageParams;
  private RegressionParams ownParams;

  /** With a uid of its own. */
  public MiniBatchLinearRegression() {
    this(StageUid.random("mblinreg"));
  }

  /** With a uid of the caller's, as Spark's copying and reading need it. */
  public MiniBatchLinearRegression(String uid) {
    this(StageUid.announced(uid));
  }

  private MiniBatchLinearRegression(StageUid announced) {
    this.uid = announced.value();
    stageParams().setDefaults(this);
    stageParams().objective.setLinearDefaults(this);
    stageParams().objective.setElasticNetDefaults(this);
    ownParams().setDefaults(this);
  }

  @Override
  public String uid() {
    return StageUid.of(uid);
  }

  @Override
  public StageParams stageParams() {
    if (stageParams == null) {
      stageParams = new StageParams(this);
    }
    return stageParams;
  }

  private RegressionParams ownParams() {
    if (ownParams == null) {
      ownParams = new RegressionParams(this);
    }
    return ownParams;
  }

  /** See {@link #setLoss}. */
  public Param<String> loss() {
    return ownParams().loss;
  }

  /** See {@link #setLoss}. */
  public String getLoss() {
    return ParamValue.of(this, loss());
  }

  /** {@code squaredError} (default), or {@code huber}, which takes L2 only. */
  public MiniBatchLinearRegression setLoss(String value) {
    return ParamValue.set(this, loss(), value);
  }

  /** See {@link #setEpsilon}. */
  public DoubleParam epsilon() {
    return ownParams().epsilon;
  }

  /** See {@link #setEpsilon}. */
  public double getEpsilon() {
    return ParamValue.of(this, epsilon());
  }

  /** Of huber: from how many scales on an error counts linearly, above 1; default 1.35. */
  public MiniBatchLinearRegression setEpsilon(double value) {
    return ParamValue.set(this, epsilon(), value);
  }

  @Override
  public LinearRegressionModel train(Dataset<?> table) {
    Trained<LinearRegressionModel> trained = LockstepFits.of(this, table);
    LinearRegressionModel model = copyValues(trained.result(), ParamMap.empty());
    stageParams()
        .attachments
        .summarise(
            () ->
                TrainingSummaries.attach(
                    model, FeatureColumns.withVector(this, table), trained.objectiveHistory()));
    return model;
  }

  /** A column of vectors, as Spark's estimators check it, is here what features are made into. */
  @Override
  public StructType transformSchema(StructType schema) {
    return super.transformSchema(FeatureColumns.of(this, schema).withVector(schema));
  }

  @Override
  public StageTraining<LinearRegressionModel> training() {
    return new RegressionTraining(
        this, InitialModel.of(this, LinearRegressionModel.class, LinearRegressionModel.read()));
  }

  /** See {@link #fitMultiple}; in Scala 2.12, whose {@code Seq} is another, a method of its own. */
  @SuppressWarnings("MissingOverride")
  public Seq<LinearRegressionModel> fit(Dataset<?> table, Seq<ParamMap> maps) {
    return ScalaCollections.asScala(
        fitMultiple(table, ScalaCollections.asJava(maps).toArray(ParamMap[]::new)));
  }

  @Override
  public <T extends Params> T copyValues(T to, ParamMap extra) {
    return to instanceof LinearRegressionModel
        ? ModelParams.copy(this, to, extra)
        : super.copyValues(to, extra);
  }

  @Override
  public MiniBatchLinearRegression copy(ParamMap extra) {
    return stageParams().attachments.handTo(defaultCopy(extra));
  }

  /** Declared once more, since Python's gateway does not see the methods of interfaces. */
  @Override
  public MLWriter write() {
    return HasTraining.super.write();
  }

  /** Reads what {@code save} or {@code write} has written. */
  public static MLReader<MiniBatchLinearRegression> read() {
    return new DefaultParamsReader<>();
  }

  /** Reads what {@code save} or {@code write} has written at a path. */
  public static MiniBatchLinearRegression load(String path) {
    return read().load(path);
  }

  /** The params that only linear regression has; both are MLlib's. */
  private static final class RegressionParams implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final List<String> LOSSES = List.of("squaredError", "huber");

    final Param<String> loss;
    final DoubleParam epsilon;

    RegressionParams(Params owner) {
      loss =
          new Param<>(
              owner,
              "loss",
              "the loss to be minimised: " + String.join(", ", LOSSES),
              Validator.oneOf("loss", LOSSES));
      epsilon =
          NumberParams.real(
              owner,
              "epsilon",
              "of huber: from how many scales on an error counts linearly (> 1)",
              (name, value) -> new Huber(value).epsilon());
    }

    void setDefaults(Params owner) {
      owner.setDefault(loss, "squaredError");
      owner.setDefault(epsilon, 1.35);
    }
  }
}
