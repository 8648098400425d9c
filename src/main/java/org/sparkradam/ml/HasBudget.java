package org.sparkradam.ml;

import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.sparkradam.ml.internal.param.ParamValue;

/**
 * How long and how fast a stage trains. Not set, a value is chosen when it is known how many rows
 * there are; then its getter throws {@link java.util.NoSuchElementException}.
 *
 * @param <S> the stage
 */
public interface HasBudget<S> extends MiniBatchStage {
  /** See {@link #setMaxIter}. */
  default IntParam maxIter() {
    return stageParams().budget.maxIter;
  }

  /** See {@link #setMaxIter}. */
  default int getMaxIter() {
    return ParamValue.of(this, maxIter());
  }

  /**
   * Number of steps, at least 0. Not set: by the number of rows, see {@link TrainingDefaults} and
   * {@link LinearDefaults}.
   */
  default S setMaxIter(int value) {
    return ParamValue.set(this, maxIter(), value);
  }

  /** See {@link #setTol}. */
  default DoubleParam tol() {
    return stageParams().budget.tol;
  }

  /** See {@link #setTol}. */
  default double getTol() {
    return ParamValue.of(this, tol());
  }

  /**
   * Training stops early once an epoch's mean loss is not lower than that of the epoch before by
   * more than this share of it; at least 0, default 0, which never stops early.
   */
  default S setTol(double value) {
    return ParamValue.set(this, tol(), value);
  }

  /** See {@link #setStepSize}. */
  default DoubleParam stepSize() {
    return stageParams().budget.stepSize;
  }

  /** See {@link #setStepSize}. */
  default double getStepSize() {
    return ParamValue.of(this, stepSize());
  }

  /**
   * Learning rate before schedule and warm-up, on standardised features; above 0. Not set: by the
   * model, see {@link TrainingDefaults} and {@link LinearDefaults}.
   */
  default S setStepSize(double value) {
    return ParamValue.set(this, stepSize(), value);
  }

  /** See {@link #setBatchSize}. */
  default LongParam batchSize() {
    return stageParams().budget.batchSize;
  }

  /** See {@link #setBatchSize}. */
  default long getBatchSize() {
    return ParamValue.of(this, batchSize());
  }

  /**
   * Rows of a minibatch, at least 1; all rows or more is full batch. Not set: by the number of
   * rows, see {@link Budget} and {@link LinearDefaults}.
   */
  default S setBatchSize(long value) {
    return ParamValue.set(this, batchSize(), value);
  }

  /** See {@link #setNumPartitions}. */
  default IntParam numPartitions() {
    return stageParams().budget.numPartitions;
  }

  /** See {@link #setNumPartitions}. */
  default int getNumPartitions() {
    return ParamValue.of(this, numPartitions());
  }

  /** Partitions of the cached training blocks, at least 1. Not set: by their bytes. */
  default S setNumPartitions(int value) {
    return ParamValue.set(this, numPartitions(), value);
  }

  /** See {@link #setAggregationDepth}. */
  default IntParam aggregationDepth() {
    return stageParams().budget.aggregationDepth;
  }

  /** See {@link #setAggregationDepth}. */
  default int getAggregationDepth() {
    return ParamValue.of(this, aggregationDepth());
  }

  /** Levels of a step's sum, at least 1, which is all on the driver. Not set: by their bytes. */
  default S setAggregationDepth(int value) {
    return ParamValue.set(this, aggregationDepth(), value);
  }

  /** See {@link #setShuffle}. */
  default Param<String> shuffle() {
    return stageParams().budget.shuffle;
  }

  /** See {@link #setShuffle}. */
  default String getShuffle() {
    return ParamValue.of(this, shuffle());
  }

  /**
   * {@code global} (default): rows are shuffled through the whole table, so that any minibatch is a
   * sample of it and the model does not depend on the table's partitions. {@code partition}: rows
   * stay in their partition, which is one chunk, and are permuted there; minibatches are drawn
   * across all chunks. It saves the exchange of all rows, and asks for partitions that are alike,
   * as of a table in random order; the model then depends on them.
   */
  default S setShuffle(String value) {
    return ParamValue.set(this, shuffle(), value);
  }

  /** See {@link #setFeaturePrecision}. */
  default Param<String> featurePrecision() {
    return stageParams().budget.featurePrecision;
  }

  /** See {@link #setFeaturePrecision}. */
  default String getFeaturePrecision() {
    return ParamValue.of(this, featurePrecision());
  }

  /**
   * {@code double} (default), or {@code single}: scaled features are stored as floats, in half the
   * memory (two thirds where sparse); all sums are double.
   */
  default S setFeaturePrecision(String value) {
    return ParamValue.set(this, featurePrecision(), value);
  }

  /** See {@link #setTrainOn}. */
  default Param<String> trainOn() {
    return stageParams().budget.trainOn;
  }

  /** See {@link #setTrainOn}. */
  default String getTrainOn() {
    return ParamValue.of(this, trainOn());
  }

  /**
   * Where the rows lie and steps are computed, which changes no bit of the model: {@code driver},
   * on its own threads without a Spark job a step; {@code executors}, in Spark's cache; or {@code
   * auto} (default), on the driver if the rows fit into a fair share of its heap. {@code driver}
   * refuses rows that do not.
   */
  default S setTrainOn(String value) {
    return ParamValue.set(this, trainOn(), value);
  }

  /** See {@link #setSeed}. */
  default LongParam seed() {
    return stageParams().budget.seed;
  }

  /** See {@link #setSeed}. */
  default long getSeed() {
    return ParamValue.of(this, seed());
  }

  /** Of the shuffle and the order of minibatches; default 42. */
  default S setSeed(long value) {
    return ParamValue.set(this, seed(), value);
  }
}
