package org.sparkradam.ml;

import org.apache.spark.ml.classification.Classifier;
import org.apache.spark.ml.classification.LinearSVCModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.DoubleParam;
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
import org.sparkradam.optim.Require;
import scala.collection.immutable.Seq;

/**
 * A linear support vector machine for two classes, trained on minibatches; the model is Spark's
 * own.
 *
 * <p>Params of columns, objective, penalty and prediction are those of Spark's {@code LinearSVC},
 * with its defaults, and ask for the same model. How it is trained is this library's: see {@link
 * HasTraining}. A fit caches its rows and releases them.
 *
 * <p>Mutable, not thread-safe; fits of copies may run side by side.
 */
public final class MiniBatchLinearSVC extends Classifier<Vector, MiniBatchLinearSVC, LinearSVCModel>
    implements HasTraining<MiniBatchLinearSVC>,
        LockstepStage<LinearSVCModel>,
        HasInitialModel<MiniBatchLinearSVC, LinearSVCModel>,
        HasLinearObjective<MiniBatchLinearSVC>,
        HasClassWeight<MiniBatchLinearSVC> {
  private static final long serialVersionUID = 1L;

  // None may have an initialiser: Spark asks for uid and params during super().
  private final String uid;
  private StageParams stageParams;
  private DoubleParam threshold;

  /** With a uid of its own. */
  public MiniBatchLinearSVC() {
    this(StageUid.random("mblinearsvc"));
  }

  /** With a uid of the caller's, as Spark's copying and reading need it. */
  public MiniBatchLinearSVC(String uid) {
    this(StageUid.announced(uid));
  }

  private MiniBatchLinearSVC(StageUid announced) {
    this.uid = announced.value();
    stageParams().setDefaults(this);
    stageParams().objective.setLinearDefaults(this);
    stageParams().objective.setClassDefaults(this);
    setDefault(threshold(), 0.0);
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

  /** See {@link #setThreshold}. */
  public DoubleParam threshold() {
    if (threshold == null) {
      threshold =
          NumberParams.real(
              this,
              "threshold",
              "raw prediction above which class 1 is predicted",
              Require::number);
    }
    return threshold;
  }

  /** See {@link #setThreshold}. */
  public double getThreshold() {
    return ParamValue.of(this, threshold());
  }

  /** The raw prediction above which class 1 is predicted, any number or infinity; default 0. */
  public MiniBatchLinearSVC setThreshold(double value) {
    return ParamValue.set(this, threshold(), value);
  }

  @Override
  public LinearSVCModel train(Dataset<?> table) {
    Trained<LinearSVCModel> trained = LockstepFits.of(this, table);
    LinearSVCModel model = copyValues(trained.result(), ParamMap.empty());
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
  public StageTraining<LinearSVCModel> training() {
    return new SvcTraining(
        this, InitialModel.of(this, LinearSVCModel.class, LinearSVCModel.read()));
  }

  /** See {@link #fitMultiple}; in Scala 2.12, whose {@code Seq} is another, a method of its own. */
  @SuppressWarnings("MissingOverride")
  public Seq<LinearSVCModel> fit(Dataset<?> table, Seq<ParamMap> maps) {
    return ScalaCollections.asScala(
        fitMultiple(table, ScalaCollections.asJava(maps).toArray(ParamMap[]::new)));
  }

  @Override
  public <T extends Params> T copyValues(T to, ParamMap extra) {
    return to instanceof LinearSVCModel
        ? ModelParams.copy(this, to, extra)
        : super.copyValues(to, extra);
  }

  @Override
  public MiniBatchLinearSVC copy(ParamMap extra) {
    return stageParams().attachments.handTo(defaultCopy(extra));
  }

  /** Declared once more, since Python's gateway does not see the methods of interfaces. */
  @Override
  public MLWriter write() {
    return HasTraining.super.write();
  }

  /** Reads what {@code save} or {@code write} has written. */
  public static MLReader<MiniBatchLinearSVC> read() {
    return new DefaultParamsReader<>();
  }

  /** Reads what {@code save} or {@code write} has written at a path. */
  public static MiniBatchLinearSVC load(String path) {
    return read().load(path);
  }
}
