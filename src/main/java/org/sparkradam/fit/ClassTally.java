package org.sparkradam.fit;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.util.ArrayData;

/**
 * How often which class is taken for which, what the predictions lose, and of two classes how they
 * are ranked.
 */
final class ClassTally implements RowTally<ClassTally> {
  private static final long serialVersionUID = 1L;

  /** A probability of 0 is not worth more than in Spark's own metric. */
  private static final double LEAST_PROBABILITY = 1e-15;

  private final boolean probabilistic;
  private final RankingTally ranking;
  private final Map<Long, Double> weights = new HashMap<>();
  private final ExactSum weight = new ExactSum();
  private final ExactSum loss = new ExactSum();

  private ClassTally(boolean probabilistic, RankingTally ranking) {
    this.probabilistic = probabilistic;
    this.ranking = ranking;
  }

  static ClassTally ofTwo(boolean probabilistic) {
    return new ClassTally(probabilistic, new RankingTally());
  }

  static ClassTally ofSeveral(boolean probabilistic) {
    return new ClassTally(probabilistic, null);
  }

  @Override
  public void add(double label, double prediction, double rowWeight, ArrayData scores) {
    weights.merge(((long) label << Integer.SIZE) + (long) prediction, rowWeight, Double::sum);
    weight.add(rowWeight);
    if (probabilistic) {
      double probability = scores.getDouble((int) label);
      double least = Math.min(1 - LEAST_PROBABILITY, Math.max(LEAST_PROBABILITY, probability));
      loss.add(rowWeight * -StrictMath.log(least));
    } else if (ranking != null) {
      loss.add(rowWeight * Math.max(0, 1 - (2 * label - 1) * scores.getDouble(1)));
    }
    if (ranking != null) {
      ranking.add(label > 0, rowWeight, margin(scores), scores.getDouble(1));
    }
  }

  /** Of probabilities their log odds, which tell those near 1 apart as well as those near 0. */
  private double margin(ArrayData scores) {
    double score = scores.getDouble(1);
    return probabilistic ? StrictMath.log(score) - StrictMath.log(scores.getDouble(0)) : score;
  }

  @Override
  public ClassTally plus(ClassTally other) {
    other.weights.forEach((pair, some) -> weights.merge(pair, some, Double::sum));
    weight.add(other.weight);
    loss.add(other.loss);
    if (ranking != null) {
      ranking.plus(other.ranking);
    }
    return this;
  }

  /** The mean log loss of probabilities, or of two classes the mean hinge loss of margins. */
  double meanLoss() {
    return loss.value() / weight.value();
  }

  /** The weights of all pairs that occur, in the order of labels and predictions. */
  Map<ClassMetrics.Pair, Double> pairs() {
    Map<ClassMetrics.Pair, Double> pairs = new TreeMap<>();
    weights.forEach(
        (pair, some) ->
            pairs.put(new ClassMetrics.Pair((int) (pair >> Integer.SIZE), pair.intValue()), some));
    return pairs;
  }

  /** Of two classes. */
  Ranking ranking() {
    return ranking.ranking();
  }
}
