package org.sparkradam.ml;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.classification.ProbabilisticClassifier;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.DoubleArrayParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import org.sparkradam.block.ScalaCollections;
import org.sparkradam.ml.internal.fit.Trained;
import org.sparkradam.ml.internal.model.TrainingSummaries;
import org.sparkradam.ml.internal.param.NumberParams;
import org.sparkradam.ml.internal.param.ParamValue;
import org.sparkradam.ml.internal.param.Validator;
import org.sparkradam.optim.Require;
import scala.collection.immutable.Seq;

/**
 * Logistic regression, binary or multinomial, trained on minibatches; the model is Spark's own.
 *
 * <p>Params of columns, objective, penalty and prediction are those of Spark's {@code
 * LogisticRegression}, with its defaults, and ask for the same model; bounds on coefficients are
 * not there. How it is trained is this library's: see {@link HasTraining}. A fit caches its rows
 * and releases them.
 *
 * <p>Mutable, not thread-safe; fits of copies may run side by side.
 */
public final class MiniBatchLogisticRegression
    extends ProbabilisticClassifier<Vector, MiniBatchLogisticRegression, LogisticRegressionModel>
    implements HasTraining<MiniBatchLogisticRegression>,
        LockstepStage<LogisticRegressionModel>,
        HasInitialModel<MiniBatchLogisticRegression, LogisticRegressionModel>,
        HasLinearObjective<MiniBatchLogisticRegression>,
        HasElasticNet<MiniBatchLogisticRegression>,
        HasClassWeight<MiniBatchLogisticRegression> {
  private static final long serialVersionUID = 1L;

  // None may have an initialiser: Spark asks for uid and params during super().
  private final String uid;
  private StageParams stageParams;
  private LogisticParams ownParams;

  /** With a uid of its own. */
  public MiniBatchLogisticRegression() {
    this(StageUid.random("mblogreg"));
  }

  /** With a uid of the caller's, as Spark's copying and reading need it. */
  public MiniBatchLogisticRegression(String uid) {
    this(StageUid.announced(uid));
  }

  private MiniBatchLogisticRegression(StageUid announced) {
    this.uid = announced.value();
    stageParams().setDefaults(this);
    stageParams().objective.setLinearDefaults(this);
    stageParams().objective.setElasticNetDefaults(this);
    stageParams().objective.setClassDefaults(this);
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

  /** Of Spark's name and meaning; numbers of any type pass its {@code w}. */
  @Override
  public DoubleArrayParam thresholds() {
    return stageParams().thresholds;
  }

  private LogisticParams ownParams() {
    if (ownParams == null) {
      ownParams = new LogisticParams(this);
    }
    return ownParams;
  }

  /** See {@link #setFamily}. */
  public Param<String> family() {
    return ownParams().family;
  }

  /** See {@link #setFamily}. */
  public String getFamily() {
    return ParamValue.of(this, family());
  }

  /** {@code binomial}, {@code multinomial}, or {@code auto} (default): by the number of classes. */
  public MiniBatchLogisticRegression setFamily(String value) {
    return ParamValue.set(this, family(), value);
  }

  /** See {@link #setThreshold}. */
  public DoubleParam threshold() {
    return ownParams().threshold;
  }

  /** The threshold, or the one that {@code thresholds} come to. */
  public double getThreshold() {
    return Thresholds.of(this, threshold(), thresholds());
  }

  /** In [0, 1]; default 0.5. Clears {@code thresholds}. */
  public MiniBatchLogisticRegression setThreshold(double value) {
    clear(thresholds());
    return ParamValue.set(this, threshold(), value);
  }

  /** One a class; clears {@code threshold}. */
  @Override
  public MiniBatchLogisticRegression setThresholds(double[] value) {
    clear(threshold());
    return ParamValue.set(this, thresholds(), value);
  }

  @Override
  public LogisticRegressionModel train(Dataset<?> table) {
    Trained<LogisticRegressionModel> trained = LockstepFits.of(this, table);
    LogisticRegressionModel model = copyValues(trained.result(), ParamMap.empty());
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
  public StageTraining<LogisticRegressionModel> training() {
    return new LogisticTraining(
        this, InitialModel.of(this, LogisticRegressionModel.class, LogisticRegressionModel.read()));
  }

  /** See {@link #fitMultiple}; in Scala 2.12, whose {@code Seq} is another, a method of its own. */
  @SuppressWarnings("MissingOverride")
  public Seq<LogisticRegressionModel> fit(Dataset<?> table, Seq<ParamMap> maps) {
    return ScalaCollections.asScala(
        fitMultiple(table, ScalaCollections.asJava(maps).toArray(ParamMap[]::new)));
  }

  @Override
  public <T extends Params> T copyValues(T to, ParamMap extra) {
    return to instanceof LogisticRegressionModel
        ? ModelParams.copy(this, to, extra)
        : super.copyValues(to, extra);
  }

  @Override
  public MiniBatchLogisticRegression copy(ParamMap extra) {
    return stageParams().attachments.handTo(defaultCopy(extra));
  }

  /** Declared once more, since Python's gateway does not see the methods of interfaces. */
  @Override
  public MLWriter write() {
    return HasTraining.super.write();
  }

  /** Reads what {@code save} or {@code write} has written. */
  public static MLReader<MiniBatchLogisticRegression> read() {
    return new DefaultParamsReader<>();
  }

  /** Reads what {@code save} or {@code write} has written at a path. */
  public static MiniBatchLogisticRegression load(String path) {
    return read().load(path);
  }

  /** The params that only logistic regression has; both are MLlib's. */
  private static final class LogisticParams implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final List<String> FAMILIES = List.of("auto", "binomial", "multinomial");

    final Param<String> family;
    final DoubleParam threshold;

    LogisticParams(Params owner) {
      family =
          new Param<>(
              owner,
              "family",
              "label distribution: " + String.join(", ", FAMILIES),
              Validator.oneOf("family", FAMILIES));
      threshold =
          NumberParams.real(
              owner,
              "threshold",
              "threshold in binary classification prediction, in [0, 1]",
              Require::fraction);
    }

    void setDefaults(Params owner) {
      owner.setDefault(family, "auto");
      owner.setDefault(threshold, 0.5);
    }
  }
}
