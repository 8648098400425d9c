package org.sparkradam.ml;

import java.util.Arrays;
import java.util.Locale;
import org.apache.spark.ml.classification.MultilayerPerceptronClassificationModel;
import org.apache.spark.sql.Dataset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkradam.loss.FirstLayerCentring;
import org.sparkradam.loss.MultilayerPerceptron;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Penalty;
import org.sparkradam.train.CentredStepper;
import org.sparkradam.train.WeightStepper;

/**
 * Trains what a {@link MiniBatchMultilayerPerceptronClassifier} asks for, on standardised features:
 * scaled in the blocks, centred virtually; both go into the first layer.
 */
record PerceptronTraining(MiniBatchMultilayerPerceptronClassifier stage, PerceptronStart start) {
  private static final Logger LOG = LoggerFactory.getLogger(PerceptronTraining.class);

  /** A model without its params, and the objective at each step. */
  record Trained(MultilayerPerceptronClassificationModel model, double[] objectiveHistory) {}

  Trained train(Dataset<?> table) {
    StageOptimizer.check(stage);
    requireLayers();
    start.check(stage.getLayers());
    TrainingRows rows = TrainingRows.of(stage, table, LabelKind.CLASS);
    LabelClasses classes = rows.classes(table);
    checkLayers(rows.facts().featureMoments().size(), classes.count());
    Thresholds.checkCount(stage, stage.thresholds(), top());
    FirstLayer first = new FirstLayer(rows.facts().featureMoments(), stage.getLayers()[1]);
    try (FitBlocks blocks = rows.scaled(rows.facts().featureMoments().scale(), 1)) {
      Fitted fitted = fit(blocks, first, classes);
      return new Trained(
          SparkModels.perceptron(stage.uid(), first.toRaw(fitted.weights())),
          fitted.objectiveHistory());
    }
  }

  private Fitted fit(FitBlocks blocks, FirstLayer first, LabelClasses classes) {
    FitPlan plan = FitPlan.of(stage, Budget.of(stage, blocks.training().rows()));
    MultilayerPerceptron loss =
        new MultilayerPerceptron(Arrays.stream(stage.getLayers()).boxed().toList());
    Penalty penalty = Penalty.none().withFactors(loss.penaltyFactors());
    Optimizer optimizer = StageOptimizer.of(stage, plan, penalty, loss);
    FirstLayerCentring centring = first.centring();
    WeightStepper stepper = SparseStep.of(stage).stepper(optimizer, loss.weightCount());
    double[] centred = start.weights(loss, stage.getSeed(), first, classes);
    return new FitLoop(stage, blocks, plan)
        .run(
            loss,
            new CentredStepper(stepper, centring, centred),
            centring.toBlocks(centred),
            penalty);
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
}
