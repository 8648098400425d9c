package org.sparkradam.ml;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.ml.classification.MultilayerPerceptronClassificationModel;
import org.apache.spark.ml.classification.ProbabilisticClassifier;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.DoubleArrayParam;
import org.apache.spark.ml.param.IntArrayParam;
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
import org.sparkradam.ml.internal.param.ArrayParams;
import org.sparkradam.ml.internal.param.ParamValue;
import org.sparkradam.ml.internal.param.Validator;
import scala.collection.immutable.Seq;

/**
 * A perceptron with sigmoid hidden layers and softmax, trained on minibatches; the model is Spark's
 * own.
 *
 * <p>Params of columns, layers and prediction are those of Spark's {@code
 * MultilayerPerceptronClassifier}, with its defaults, and weights of rows besides. Features need
 * not be standardised: training is on standardised ones, which the model's first layer makes up
 * for. How it is trained is this library's: see {@link HasTraining}; the model keeps Spark's
 * default of {@code solver}, as it refuses ours. A fit caches its rows and releases them.
 *
 * <p>Mutable, not thread-safe; fits of copies may run side by side.
 */
public final class MiniBatchMultilayerPerceptronClassifier
    extends ProbabilisticClassifier<
        Vector, MiniBatchMultilayerPerceptronClassifier, MultilayerPerceptronClassificationModel>
    implements HasTraining<MiniBatchMultilayerPerceptronClassifier>,
        LockstepStage<MultilayerPerceptronClassificationModel>,
        HasInitialModel<
            MiniBatchMultilayerPerceptronClassifier, MultilayerPerceptronClassificationModel>,
        HasWeights<MiniBatchMultilayerPerceptronClassifier>,
        HasClassWeight<MiniBatchMultilayerPerceptronClassifier> {
  private static final long serialVersionUID = 1L;

  // None may have an initialiser: Spark asks for uid and params during super().
  private final String uid;
  private StageParams stageParams;
  private PerceptronParams ownParams;

  /** With a uid of its own. */
  public MiniBatchMultilayerPerceptronClassifier() {
    this(StageUid.random("mbmlpc"));
  }

  /** With a uid of the caller's, as Spark's copying and reading need it. */
  public MiniBatchMultilayerPerceptronClassifier(String uid) {
    this(StageUid.announced(uid));
  }

  private MiniBatchMultilayerPerceptronClassifier(StageUid announced) {
    this.uid = announced.value();
    stageParams().setDefaults(this);
    stageParams().objective.setClassDefaults(this);
  }

  @Override
  public String uid() {
    return StageUid.of(uid);
  }

  @Override
  public StageParams stageParams() {
    if (stageParams == null) {
      stageParams = new StageParams(this, TrainingDefaults.PERCEPTRON);
    }
    return stageParams;
  }

  /** Of Spark's name and meaning; numbers of any type pass its {@code w}. */
  @Override
  public DoubleArrayParam thresholds() {
    return stageParams().thresholds;
  }

  private PerceptronParams ownParams() {
    if (ownParams == null) {
      ownParams = new PerceptronParams(this);
    }
    return ownParams;
  }

  /** See {@link #setLayers}. */
  public IntArrayParam layers() {
    return ownParams().layers;
  }

  /** See {@link #setLayers}. */
  public int[] getLayers() {
    return getOrDefault(layers());
  }

  /** Sizes from the features to the classes, at least two, each at least 1; must be set. */
  public MiniBatchMultilayerPerceptronClassifier setLayers(int[] value) {
    return ParamValue.set(this, layers(), value);
  }

  /** See {@link #setInitialWeights}. */
  public Param<Vector> initialWeights() {
    return ownParams().initialWeights;
  }

  /** See {@link #setInitialWeights}. */
  public Vector getInitialWeights() {
    return getOrDefault(initialWeights());
  }

  /** To start from, on raw features, in the layout of the model's. Not set: drawn by seed. */
  public MiniBatchMultilayerPerceptronClassifier setInitialWeights(Vector value) {
    return ParamValue.set(this, initialWeights(), value);
  }

  @Override
  public MultilayerPerceptronClassificationModel train(Dataset<?> table) {
    Trained<MultilayerPerceptronClassificationModel> trained = LockstepFits.of(this, table);
    MultilayerPerceptronClassificationModel model = copyValues(trained.result(), ParamMap.empty());
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
  public StageTraining<MultilayerPerceptronClassificationModel> training() {
    return new PerceptronTraining(this, start());
  }

  /** See {@link #fitMultiple}; in Scala 2.12, whose {@code Seq} is another, a method of its own. */
  @SuppressWarnings("MissingOverride")
  public Seq<MultilayerPerceptronClassificationModel> fit(Dataset<?> table, Seq<ParamMap> maps) {
    return ScalaCollections.asScala(
        fitMultiple(table, ScalaCollections.asJava(maps).toArray(ParamMap[]::new)));
  }

  private PerceptronTraining.Start start() {
    return new PerceptronTraining.Start(
        InitialModel.of(
                this,
                MultilayerPerceptronClassificationModel.class,
                MultilayerPerceptronClassificationModel.read())
            .orElse(null),
        ParamValue.<Vector>ifDefined(this, initialWeights()).map(Vector::toArray).orElse(null));
  }

  /** A column of vectors, as Spark's estimators check it, is here what features are made into. */
  @Override
  public StructType transformSchema(StructType schema) {
    return super.transformSchema(FeatureColumns.of(this, schema).withVector(schema));
  }

  @Override
  public <T extends Params> T copyValues(T to, ParamMap extra) {
    return to instanceof MultilayerPerceptronClassificationModel
        ? ModelParams.copy(this, to, extra)
        : super.copyValues(to, extra);
  }

  @Override
  public MiniBatchMultilayerPerceptronClassifier copy(ParamMap extra) {
    return stageParams().attachments.handTo(defaultCopy(extra));
  }

  /** Declared once more, since Python's gateway does not see the methods of interfaces. */
  @Override
  public MLWriter write() {
    return HasTraining.super.write();
  }

  /** Reads what {@code save} or {@code write} has written. */
  public static MLReader<MiniBatchMultilayerPerceptronClassifier> read() {
    return new DefaultParamsReader<>();
  }

  /** Reads what {@code save} or {@code write} has written at a path. */
  public static MiniBatchMultilayerPerceptronClassifier load(String path) {
    return read().load(path);
  }

  /** The params that only the perceptron has; both are MLlib's. */
  private static final class PerceptronParams implements Serializable {
    private static final long serialVersionUID = 1L;

    final IntArrayParam layers;
    final Param<Vector> initialWeights;

    PerceptronParams(Params owner) {
      layers =
          ArrayParams.counts(
              owner,
              "layers",
              "sizes of the layers from the features to the classes, at least two, each at least 1",
              PerceptronParams::checkLayers);
      initialWeights =
          new Param<>(
              owner,
              "initialWeights",
              "weights on raw features to start from, in the layout of the model's; not set: drawn"
                  + " by seed",
              Validator.of("initialWeights", Vector.class, PerceptronParams::checkWeights));
    }

    private static void checkWeights(Vector weights) {
      for (double weight : weights.toArray()) {
        if (!Double.isFinite(weight)) {
          throw new IllegalArgumentException(
              "initialWeights must be finite, but one was " + weight);
        }
      }
    }

    private static void checkLayers(int[] sizes) {
      if (sizes.length < 2 || Arrays.stream(sizes).anyMatch(size -> size < 1)) {
        throw new IllegalArgumentException(
            "layers must be at least two sizes, each at least 1, but were "
                + Arrays.toString(sizes));
      }
    }
  }
}
