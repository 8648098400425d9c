package org.sparkradam.ml;

import java.io.Serializable;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.Identifiable;
import org.sparkradam.block.FeaturePrecision;
import org.sparkradam.block.RowShuffle;
import org.sparkradam.block.TrainingPlace;
import org.sparkradam.ml.internal.param.ChoiceParams;
import org.sparkradam.ml.internal.param.NumberParams;
import org.sparkradam.optim.Require;

/** The params of {@link HasBudget}, as one stage owns them. */
final class BudgetParams implements Serializable {
  private static final long serialVersionUID = 1L;

  final IntParam maxIter;
  final DoubleParam tol;
  final DoubleParam stepSize;
  final LongParam batchSize;
  final IntParam numPartitions;
  final IntParam aggregationDepth;
  final LongParam seed;
  final Param<String> trainOn;
  final Param<String> shuffle;
  final Param<String> featurePrecision;

  BudgetParams(Identifiable owner) {
    maxIter =
        NumberParams.count(
            owner, "maxIter", "number of steps (>= 0); not set: chosen by the number of rows", 0);
    tol =
        NumberParams.real(
            owner,
            "tol",
            "training stops once an epoch's mean loss is not lower than that of the epoch before"
                + " by more than this share of it (>= 0); 0: never",
            Require::nonNegative);
    stepSize =
        NumberParams.real(
            owner,
            "stepSize",
            "learning rate before schedule and warm-up, on standardised features (> 0); not set:"
                + " chosen by the model",
            Require::positive);
    batchSize =
        NumberParams.largeCount(
            owner,
            "batchSize",
            "rows of a minibatch (>= 1); all rows or more: full batch; not set: chosen by the"
                + " number of rows",
            1);
    numPartitions =
        NumberParams.count(
            owner,
            "numPartitions",
            "partitions of the cached training blocks (>= 1); not set: chosen by their bytes",
            1);
    aggregationDepth =
        NumberParams.count(
            owner,
            "aggregationDepth",
            "levels of a step's sum (>= 1), 1 being all on the driver; not set: chosen by size",
            1);
    seed =
        NumberParams.largeCount(
            owner,
            "seed",
            "random seed of the shuffle and the order of minibatches",
            Long.MIN_VALUE);
    trainOn =
        ChoiceParams.of(
            owner,
            "trainOn",
            "where rows lie and steps are computed, which changes no bit: %s; auto: the driver if"
                + " they fit into a fair share of its heap",
            TrainingPlace.values());
    shuffle =
        ChoiceParams.of(
            owner,
            "shuffle",
            "which rows share a chunk: %s; global: whoever the seed says; partition: those of a"
                + " partition of the table, for tables in random order",
            RowShuffle.values());
    featurePrecision =
        ChoiceParams.of(
            owner,
            "featurePrecision",
            "how exactly features are stored: %s",
            FeaturePrecision.values());
  }

  void setDefaults(Params owner) {
    owner.setDefault(trainOn, ChoiceParams.title(TrainingPlace.AUTO));
    owner.setDefault(shuffle, ChoiceParams.title(RowShuffle.GLOBAL));
    owner.setDefault(featurePrecision, ChoiceParams.title(FeaturePrecision.DOUBLE));
    owner.setDefault(tol, 0.0);
    owner.setDefault(seed, 42L);
  }
}
