package org.sparkradam.table.synthetic;

import java.io.Serializable;
import java.util.List;

/**
 * Scores that are linear in the raw numeric columns, plus one effect a level.
 *
 * <p>Numbers count from their column's mean, so that a missing one counts for nothing, which is
 * what a model sees that puts the mean in its place.
 */
final class LinearScores implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Standard deviation of a score's numeric part, and of its categorical part. */
  private static final double NUMERIC_SIGNAL = 1.6;

  private static final double CATEGORICAL_SIGNAL = 1;

  private final double[] means;
  private final double[][] coefficients;
  private final double[][][] effects;

  private LinearScores(double[] means, double[][] coefficients, double[][][] effects) {
    this.means = means;
    this.coefficients = coefficients;
    this.effects = effects;
  }

  static LinearScores draw(TableColumns columns, int scores, RowRandom random) {
    double[][] coefficients = new double[scores][];
    double[][][] effects = new double[scores][][];
    for (int k = 0; k < scores; k++) {
      coefficients[k] = coefficients(columns.numeric(), random);
      effects[k] = effects(columns.categorical(), random);
    }
    double[] means = columns.numeric().stream().mapToDouble(c -> c.law().mean()).toArray();
    return new LinearScores(means, coefficients, effects);
  }

  private static double[] coefficients(List<TableColumns.Numeric> columns, RowRandom random) {
    double[] weights = new double[columns.size()];
    double squares = 0;
    for (int j = 0; j < weights.length; j++) {
      double sign = random.uniform() < 0.5 ? -1 : 1;
      weights[j] = sign * columns.get(j).law().share() * (0.5 + random.uniform());
      squares += weights[j] * weights[j];
    }
    for (int j = 0; j < weights.length; j++) {
      weights[j] *= NUMERIC_SIGNAL / Math.sqrt(squares) / columns.get(j).law().deviation();
    }
    return weights;
  }

  private static double[][] effects(List<TableColumns.Categorical> columns, RowRandom random) {
    double deviation = CATEGORICAL_SIGNAL / Math.sqrt(columns.size());
    double[][] effects = new double[columns.size()][];
    for (int j = 0; j < effects.length; j++) {
      effects[j] = new double[columns.get(j).levels().size()];
      for (int level = 0; level < effects[j].length; level++) {
        effects[j][level] = deviation * random.gaussian();
      }
    }
    return effects;
  }

  /** Adds {@code factor} times each score of the row. */
  void addTo(double[] scores, double factor, double[] numbers, int[] levels) {
    for (int k = 0; k < scores.length; k++) {
      double score = 0;
      for (int j = 0; j < numbers.length; j++) {
        if (!Double.isNaN(numbers[j])) {
          score += coefficients[k][j] * (numbers[j] - means[j]);
        }
      }
      for (int j = 0; j < levels.length; j++) {
        score += effects[k][j][levels[j]];
      }
      scores[k] += factor * score;
    }
  }

  double coefficient(int score, int column) {
    return coefficients[score][column];
  }

  double effect(int score, int column, int level) {
    return effects[score][column][level];
  }
}
