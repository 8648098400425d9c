package org.sparkradam.mllib;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.optimization.Gradient;
import org.apache.spark.mllib.optimization.HingeGradient;
import org.apache.spark.mllib.optimization.LeastSquaresGradient;
import org.apache.spark.mllib.optimization.LogisticGradient;
import org.apache.spark.mllib.optimization.Optimizer;
import org.apache.spark.mllib.optimization.Updater;
import org.apache.spark.rdd.RDD;
import org.sparkradam.block.IngestSettings;
import org.sparkradam.block.LabeledRow;
import org.sparkradam.block.MinibatchPlan;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.loss.BlockLoss;
import org.sparkradam.loss.Hinge;
import org.sparkradam.loss.LinearLoss;
import org.sparkradam.loss.Logistic;
import org.sparkradam.loss.MllibGradientLoss;
import org.sparkradam.loss.Squared;
import org.sparkradam.loss.Term;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.optim.Require;
import org.sparkradam.train.LockstepTraining;
import org.sparkradam.train.LockstepTrial;
import org.sparkradam.train.LossHistory;
import scala.Tuple2;

/**
 * MLlib's {@code GradientDescent} with another engine: a step reads the rows of its minibatch and
 * no others. Any {@code Gradient}, any {@code Updater}, the same setters and defaults; existing
 * code changes one class name.
 *
 * <p>Differences: rows are shuffled once and cached in blocks, and an epoch visits each of them
 * once, where MLlib draws every row anew for every step; a minibatch has exactly as many rows as
 * its fraction says; the same data, seed and fraction give the same bits. A run whose loss or
 * weights stop being finite ends there. Not thread-safe.
 */
public final class MiniBatchGradientDescent implements Optimizer {
  private static final long serialVersionUID = 1L;

  private Gradient gradient;
  private Updater updater;
  private double stepSize = 1;
  private int numIterations = 100;
  private double regParam;
  private double miniBatchFraction = 1;
  private double convergenceTol = 0.001;
  private long seed = 42;

  /**
   * @param gradient of the loss of a row; not null
   * @param updater how a gradient becomes a step; not null
   */
  public MiniBatchGradientDescent(Gradient gradient, Updater updater) {
    setGradient(gradient);
    setUpdater(updater);
  }

  /** α of the updater, above 0; default 1. */
  public MiniBatchGradientDescent setStepSize(double value) {
    stepSize = Require.positive("stepSize", value);
    return this;
  }

  /** Steps, at least 0; default 100. */
  public MiniBatchGradientDescent setNumIterations(int value) {
    numIterations = (int) Require.atLeast("numIterations", (long) value, 0);
    return this;
  }

  /** What the updater makes of it, at least 0; default 0. */
  public MiniBatchGradientDescent setRegParam(double value) {
    regParam = Require.nonNegative("regParam", value);
    return this;
  }

  /** Share of the rows in a minibatch, above 0 and at most 1; default 1, full batch. */
  public MiniBatchGradientDescent setMiniBatchFraction(double value) {
    miniBatchFraction =
        Require.fraction("miniBatchFraction", Require.positive("miniBatchFraction", value));
    return this;
  }

  /**
   * A step shorter than this times the norm of the weights, or times 1, ends the run, in [0, 1];
   * default 0.001. Set 0 for minibatches and for rules whose first steps are small.
   */
  public MiniBatchGradientDescent setConvergenceTol(double value) {
    convergenceTol = Require.fraction("convergenceTol", value);
    return this;
  }

  /** The loss. */
  public MiniBatchGradientDescent setGradient(Gradient value) {
    gradient = Require.notNull("gradient", value);
    return this;
  }

  /** How a gradient becomes a step. */
  public MiniBatchGradientDescent setUpdater(Updater value) {
    updater = Require.notNull("updater", value);
    return this;
  }

  /** Of the shuffle and the order of minibatches; default 42. */
  public MiniBatchGradientDescent setSeed(long value) {
    seed = value;
    return this;
  }

  /** The trained weights. */
  @Override
  public Vector optimize(RDD<Tuple2<Object, Vector>> data, Vector initialWeights) {
    return optimizeWithLossReturned(data, initialWeights)._1();
  }

  /**
   * The trained weights, and the minibatch loss of each step with the penalty at its start. As in
   * MLlib a run that has not converged has one loss more, that of its last weights.
   *
   * <p>What the gradient refuses in a task fails the Spark job, as it does in MLlib.
   *
   * @throws IllegalArgumentException if there are no rows
   */
  public Tuple2<Vector, double[]> optimizeWithLossReturned(
      RDD<Tuple2<Object, Vector>> data, Vector initialWeights) {
    JavaRDD<LabeledRow> rows =
        data.toJavaRDD().map(pair -> new LabeledRow((Double) pair._1(), 1, pair._2().asML()));
    try (ShuffledBlocks blocks = ShuffledBlocks.ingest(rows, IngestSettings.of(seed))) {
      return descend(blocks, initialWeights);
    }
  }

  private Tuple2<Vector, double[]> descend(ShuffledBlocks blocks, Vector initialWeights) {
    UpdaterStepper stepper =
        new UpdaterStepper(
            updater, stepSize, regParam, initialWeights, numIterations, convergenceTol);
    LockstepTrial trial =
        new LockstepTrial(seed, stepper, initialWeights.toArray(), LossHistory.patient());
    long batchSize = Math.max(1, Math.round(miniBatchFraction * blocks.rows()));
    LockstepTraining training =
        new LockstepTraining(
            blocks,
            GradientLosses.of(gradient, blocks.features(), initialWeights.size()),
            Kernel.ofThisJvm(),
            List.of(trial),
            batchSize,
            chunksPerStep(blocks, batchSize));
    while (training.hasNext() && !stepper.finished()) {
      training.next();
    }
    return new Tuple2<>(
        Vectors.dense(trial.weights()), stepper.penalised(trial.history().losses()));
  }

  private static int chunksPerStep(ShuffledBlocks blocks, long batchSize) {
    return MinibatchPlan.defaultChunksPerStep(
        batchSize, blocks.valuesPerRow(), blocks.chunkRows().length);
  }

  /**
   * Losses over blocks for MLlib's gradients: our own where it is the same loss, else an adapter.
   */
  private static final class GradientLosses {
    private GradientLosses() {}

    /**
     * @throws IllegalArgumentException if the gradient refuses so many weights
     */
    static BlockLoss of(Gradient gradient, int features, int weightCount) {
      if (features == weightCount) {
        if (gradient.getClass() == LogisticGradient.class) {
          requireTwoClasses((LogisticGradient) gradient, features);
          return new LinearLoss(new Logistic(), features, Term.ABSENT);
        }
        if (gradient.getClass() == LeastSquaresGradient.class) {
          return new LinearLoss(new Squared(), features, Term.ABSENT);
        }
        if (gradient.getClass() == HingeGradient.class) {
          return new LinearLoss(new Hinge(), features, Term.ABSENT);
        }
      }
      return new MllibGradientLoss(gradient, features, weightCount);
    }

    /** A gradient does not tell its number of classes, but refuses weights that do not suit it. */
    private static void requireTwoClasses(LogisticGradient gradient, int features) {
      Vector zeros = Vectors.zeros(features);
      gradient.compute(zeros, 0, zeros, zeros.copy());
    }
  }
}
