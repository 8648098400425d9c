package org.sparkradam.ml;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.ml.classification.MultilayerPerceptronClassificationModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkradam.loss.MultilayerPerceptron;
import org.sparkradam.loss.centring.FirstLayerCentring;
import org.sparkradam.ml.internal.fit.FitBlocks;
import org.sparkradam.ml.internal.model.LabelClasses;
import org.sparkradam.ml.internal.model.LabelKind;
import org.sparkradam.ml.internal.model.SparkModels;
import org.sparkradam.ml.internal.moments.FeatureMoments;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Penalty;
import org.sparkradam.train.CentredStepper;

/**
 * Trains what a {@link MiniBatchMultilayerPerceptronClassifier} asks for, on standardised features:
 * scaled in the blocks, centred virtually; both go into the first layer.
 */
record PerceptronTraining(MiniBatchMultilayerPerceptronClassifier stage, Start start)
    implements StageTraining<MultilayerPerceptronClassificationModel> {
  private static final Logger LOG = LoggerFactory.getLogger(PerceptronTraining.class);

  @Override
  public TrainingColumns columns(StructType table) {
    return TrainingColumns.of(stage, table, LabelKind.CLASS);
  }

  @Override
  public void check() {
    StageOptimizer.check(stage);
    requireLayers();
    start.check(stage.getLayers());
  }

  @Override
  public PlannedFit<MultilayerPerceptronClassificationModel> plan(
      TrainingRows rows, Dataset<?> table) {
    LabelClasses classes = rows.classes(table);
    checkLayers(rows.facts().featureMoments().size(), classes.count());
    Thresholds.checkCount(stage, stage.thresholds(), top());
    FirstLayer first = new FirstLayer(rows.facts().featureMoments(), stage.getLayers()[1]);
    return new PlannedFit.OnBlocks<>(
        new TrainingRows.Scaled(rows, rows.facts().featureMoments().scale(), 1),
        blocks -> task(blocks, first, classes));
  }

  private FitTask<MultilayerPerceptronClassificationModel> task(
      FitBlocks blocks, FirstLayer first, LabelClasses classes) {
    FitPlan plan = FitPlan.of(stage, Budget.of(stage, blocks.training().rows()));
    List<Integer> layers = Arrays.stream(stage.getLayers()).boxed().toList();
    MultilayerPerceptron loss = new MultilayerPerceptron(layers);
    Penalty penalty = Penalty.none().withFactors(loss.penaltyFactors());
    Optimizer optimizer = StageOptimizer.of(stage, plan, penalty, loss);
    FirstLayerCentring centring = first.centring();
    double[] centred = start.weights(loss, stage.getSeed(), first, classes);
    return new FitTask<>(
        stage,
        plan,
        layers,
        loss,
        penalty,
        centring.toBlocks(centred),
        new FitTask.Steps(
            () ->
                new CentredStepper(
                    SparseStep.of(stage).stepper(optimizer, loss.weightCount()),
                    centring,
                    centred)),
        weights -> SparkModels.perceptron(stage.uid(), first.toRaw(weights)));
  }

  private void requireLayers() {
    if (!stage.isDefined(stage.layers())) {
      throw new IllegalArgumentException(
          "layers must be set: sizes from the features to the classes");
    }
  }

  private void checkLayers(int features, int classes) {
    int[] layers = stage.getLayers();
    if (layers[0] != features) {
      throw refused(String.format(Locale.ROOT, "begin with %d, the number of features", features));
    }
    if (top() < classes) {
      throw refused(
          String.format(
              Locale.ROOT,
              "end with %d, the number of classes of label column '%s'",
              classes,
              stage.getLabelCol()));
    }
    if (top() > classes) {
      LOG.warn(
          "{}: layers end with {}, but there are {} classes: the rest is never predicted",
          stage.uid(),
          top(),
          classes);
    }
  }

  private int top() {
    int[] layers = stage.getLayers();
    return layers[layers.length - 1];
  }

  private IllegalArgumentException refused(String right) {
    return new IllegalArgumentException(
        "layers must %s, but were %s".formatted(right, Arrays.toString(stage.getLayers())));
  }

  /**
   * The first layer of a perceptron, which takes the features' scaling in: a weight w on x/σ is the
   * weight w/σ on x. Weights of the layers above stay what they are.
   *
   * @param moments of the raw features
   * @param units of the layer
   */
  record FirstLayer(FeatureMoments moments, int units) {
    FirstLayerCentring centring() {
      return new FirstLayerCentring(moments.scaledMeans(), units);
    }

    /** Weights on scaled features as weights on raw ones. */
    double[] toRaw(double[] scaled) {
      double[] raw = scaled.clone();
      for (int i = 0; i < moments.size() * units; i++) {
        raw[i] *= moments.scale(i / units);
      }
      return raw;
    }

    /** Weights on raw features as weights on scaled ones; what is constant goes to the biases. */
    double[] toScaled(double[] raw) {
      double[] scaled = raw.clone();
      int biasFrom = moments.size() * units;
      for (int i = 0; i < biasFrom; i++) {
        int feature = i / units;
        if (moments.scale(feature) > 0) {
          scaled[i] /= moments.scale(feature);
        } else {
          scaled[i] = 0;
          scaled[biasFrom + i % units] += raw[i] * moments.means()[feature];
        }
      }
      return scaled;
    }
  }

  /**
   * Where a perceptron starts.
   *
   * @param model to go on from, or null
   * @param weights on raw features to start from if there is no model, or null: drawn by seed
   */
  record Start(MultilayerPerceptronClassificationModel model, double[] weights) {
    /**
     * @throws IllegalArgumentException if the start does not fit the layers
     */
    void check(int[] layers) {
      if (model != null && !Arrays.equals(model.getLayers(), layers)) {
        throw new IllegalArgumentException(
            "layers must be %s as in the initial model, but were %s"
                .formatted(Arrays.toString(model.getLayers()), Arrays.toString(layers)));
      }
      int count = new MultilayerPerceptron(Arrays.stream(layers).boxed().toList()).weightCount();
      if (weights != null && weights.length != count) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "initialWeights must be %d with layers %s, but were %d",
                count,
                Arrays.toString(layers),
                weights.length));
      }
    }

    /** Weights on standardised features. */
    double[] weights(
        MultilayerPerceptron loss,
        long seed,
        PerceptronTraining.FirstLayer first,
        LabelClasses classes) {
      double[] given = model != null ? model.weights().toArray() : weights;
      return given != null
          ? first.centring().toCentred(first.toScaled(given))
          : drawn(loss, seed, classes);
    }

    /** The top biases say how frequent the classes are. */
    private static double[] drawn(MultilayerPerceptron loss, long seed, LabelClasses classes) {
      double[] weights = loss.initialWeights(seed);
      double[] priors = classes.logPriors();
      int biasFrom = weights.length - loss.outputs();
      Arrays.fill(weights, biasFrom, weights.length, 0);
      System.arraycopy(priors, 0, weights, biasFrom, priors.length);
      return weights;
    }
  }
}
