package org.sparkradam.ml;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.sparkradam.ml.internal.column.BinnedScores;

/**
 * Spark's {@code CrossValidator} for estimators whose param maps can train side by side: a stage of
 * this library, or a pipeline whose last estimator is one. On each fold the maps are fitted as by
 * {@link LockstepStage#fitMultiple}; params, folds, metrics and model are Spark's.
 *
 * <p>{@code parallelism} is how many models are evaluated at a time; a binary evaluator without
 * weights has its scores sorted on the driver, see {@link BinnedScores}. A map whose training
 * diverges in a fold has the worst of all metrics, in the average too, and is not chosen while
 * another one has not; with {@code collectSubModels}, which needs a model of each, it fails the
 * whole as in Spark. Models of folds have no training summary but with {@code collectSubModels}.
 *
 * <p>Saved it is Spark's {@code CrossValidator}, of the same results; {@link #load} makes one of
 * this library of it.
 */
public final class MiniBatchCrossValidator extends CrossValidator {
  private static final long serialVersionUID = 1L;

  /** With a uid of its own. */
  public MiniBatchCrossValidator() {
    this(StageUid.random("cv"));
  }

  /** With a uid of the caller's, as Spark's copying needs it. */
  public MiniBatchCrossValidator(String uid) {
    super(uid);
  }

  /** One with the params of Spark's. */
  public static MiniBatchCrossValidator of(CrossValidator validator) {
    return validator.copyValues(new MiniBatchCrossValidator(validator.uid()), ParamMap.empty());
  }

  /**
   * What a cross-validation comes to.
   *
   * @param stdMetrics the maps' standard deviations over the folds, as pyspark has them in its
   *     model, and Spark's in Java has no place for; not a number where a fit diverged
   */
  public record Tuned(CrossValidatorModel model, double[] stdMetrics) {}

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the estimator or a map is none that can be trained
   */
  @Override
  public CrossValidatorModel fit(Dataset<?> table) {
    return tune(table).model();
  }

  /** What {@link #fit} does, with how far the folds are apart. */
  public Tuned tune(Dataset<?> table) {
    return tune(getEstimator(), table);
  }

  private <M extends Model<M>> Tuned tune(Estimator<M> estimator, Dataset<?> table) {
    LockstepModels.of(estimator, table); // refuses others at once
    CrossValidator sparks = asSparks();
    Estimator<M> onFolds =
        getCollectSubModels() ? estimator : LockstepModels.evaluatedOnly(estimator);
    ParamMap[] maps = getEstimatorParamMaps();
    LockstepEstimator<M> lockstep = new LockstepEstimator<>(estimator, onFolds, maps, table);
    sparks.setEstimator(lockstep);
    Evaluator evaluator = getEvaluator();
    FoldEvaluator onEach = new FoldEvaluator(evaluator, lockstep);
    sparks.setEvaluator(onEach);
    CrossValidatorModel model = fitted(sparks, table);
    requireSubModels(model);
    FoldEvaluator.settle(model.avgMetrics());
    model.set(model.estimator(), estimator);
    model.set(model.evaluator(), evaluator);
    return new Tuned(model.setParent(this), onEach.deviations(maps));
  }

  /** What is wrong with a map or a row is said as by a fit alone. */
  private static CrossValidatorModel fitted(CrossValidator validator, Dataset<?> table) {
    try {
      return validator.fit(table);
    } catch (Exception e) { // Scala throws checked ones, undeclared
      if (e.getCause() instanceof IllegalArgumentException mistake) {
        throw mistake;
      }
      throw e;
    }
  }

  private static void requireSubModels(CrossValidatorModel model) {
    if (model.hasSubModels()) {
      Arrays.stream(model.subModels())
          .flatMap(Arrays::stream)
          .filter(LockstepEstimator.DivergedModel.class::isInstance)
          .findFirst()
          .ifPresent(
              diverged -> {
                throw ((LockstepEstimator.DivergedModel) diverged).failure();
              });
    }
  }

  private CrossValidator asSparks() {
    return copyValues(new CrossValidator(uid()), ParamMap.empty());
  }

  @Override
  public MLWriter write() {
    return asSparks().write();
  }

  /** Reads what was saved, here or by Spark's {@code CrossValidator}. */
  public static MiniBatchCrossValidator load(String path) {
    return of(CrossValidator.load(path));
  }

  /**
   * Stands for an evaluator in Spark's own cross-validation: says the same, of binary scores
   * sooner, and of what a {@link LockstepEstimator.DivergedModel} gives the worst there is.
   */
  private static final class FoldEvaluator extends Evaluator {
    private static final long serialVersionUID = 1L;

    private final transient Evaluator evaluator;
    private final transient LockstepEstimator<?> lockstep;
    private final transient Map<ParamMap, List<Double>> metrics = new ConcurrentHashMap<>();

    FoldEvaluator(Evaluator evaluator, LockstepEstimator<?> lockstep) {
      this.evaluator = evaluator;
      this.lockstep = lockstep;
    }

    @Override
    public double evaluate(Dataset<?> scored) {
      double metric = metricOf(scored);
      metrics.computeIfAbsent(lockstep.lastMap(), map -> new CopyOnWriteArrayList<>()).add(metric);
      return metric;
    }

    private double metricOf(Dataset<?> scored) {
      if (LockstepEstimator.DivergedModel.isOf(scored)) {
        return isLargerBetter() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      }
      return evaluator.getClass() == BinaryClassificationEvaluator.class
          ? evaluate((BinaryClassificationEvaluator) evaluator, scored)
          : evaluator.evaluate(scored);
    }

    private static double evaluate(BinaryClassificationEvaluator binary, Dataset<?> scored) {
      Optional<BinnedScores> scores = BinnedScores.of(binary, scored);
      return scores.isPresent()
          ? scores.get().metric(binary, scored.sparkSession())
          : binary.evaluate(scored);
    }

    double[] deviations(ParamMap[] maps) {
      return Arrays.stream(maps).mapToDouble(map -> deviation(metrics.get(map))).toArray();
    }

    private static double deviation(List<Double> ofFolds) {
      double mean = ofFolds.stream().mapToDouble(metric -> metric).average().orElseThrow();
      return Math.sqrt(
          ofFolds.stream()
              .mapToDouble(metric -> (metric - mean) * (metric - mean))
              .average()
              .orElseThrow());
    }

    /**
     * Averages with the worst of numbers in place of infinity, which Spark saves, but cannot load.
     *
     * @param metrics changed in place
     */
    static void settle(double[] metrics) {
      for (int i = 0; i < metrics.length; i++) {
        metrics[i] = Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, metrics[i]));
      }
    }

    @Override
    public boolean isLargerBetter() {
      return evaluator.isLargerBetter();
    }

    @Override
    public Evaluator copy(ParamMap extra) {
      return evaluator.copy(extra);
    }

    @Override
    public String uid() {
      return evaluator.uid();
    }
  }
}
