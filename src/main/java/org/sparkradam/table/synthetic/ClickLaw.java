package org.sparkradam.table.synthetic;

import java.io.Serializable;

/**
 * What makes a click likely: an effect of each count's logarithm, one of each level of a category,
 * and, between pairs of categories, the product of what their levels tell by {@value #FACTORS}
 * hidden numbers each, which a factorization machine can learn and a linear model cannot. Effects
 * of every other category turn over the days.
 *
 * <p>No effect is kept anywhere: it is drawn from a hash of seed, column and level whenever it is
 * asked for, so that a million levels cost nothing.
 */
final class ClickLaw implements Serializable {
  static final int COUNTS = 13;
  static final int CATEGORIES = 26;

  private static final long serialVersionUID = 1L;
  private static final int FACTORS = 4;
  private static final int PAIRS = 20;

  /** Standard deviations of what each kind adds to the score, over all columns together. */
  private static final double OF_COUNTS = 0.5;

  private static final double OF_LEVELS = 0.8;
  private static final double OF_PAIRS = 1.1;

  /** Row numbers of no table, in which each column's and level's own numbers are drawn. */
  private static final long OF_COLUMNS = Long.MIN_VALUE;

  private static final int CALIBRATION_ROWS = 20_000;

  private final ClickSpec spec;
  private final double[] countEffects = new double[COUNTS];
  private final int[][] pairs;
  private final double intercept;

  ClickLaw(ClickSpec spec) {
    this(spec, PAIRS);
  }

  /** As the law of a spec, but for the pairs, of which there may be fewer. */
  ClickLaw(ClickSpec spec, int numPairs) {
    this.spec = spec;
    this.pairs = new int[numPairs][2];
    RowRandom random = new RowRandom().restart(spec.seed(), OF_COLUMNS);
    for (int j = 0; j < COUNTS; j++) {
      countEffects[j] = random.gaussian() * OF_COUNTS / Math.sqrt(COUNTS);
    }
    for (int[] pair : pairs) {
      pair[0] = random.below(CATEGORIES);
      pair[1] = (pair[0] + 1 + random.below(CATEGORIES - 1)) % CATEGORIES;
    }
    this.intercept = calibrated();
  }

  ClickSpec spec() {
    return spec;
  }

  /** The probability of a click. */
  double probability(ClickRow row) {
    return sigmoid(intercept + score(row));
  }

  private double score(ClickRow row) {
    double sum = 0;
    for (int j = 0; j < COUNTS; j++) {
      sum += row.isMissing(j) ? 0 : countEffects[j] * row.standardised(j);
    }
    RowRandom random = new RowRandom();
    double[][] factors = new double[CATEGORIES][FACTORS];
    double angle = spec.drift() * Math.PI / 2 * (row.day() - 1) / Math.max(1, spec.days() - 1);
    for (int c = 0; c < CATEGORIES; c++) {
      random.restart(spec.seed() ^ (c + 1L) << 40, -2L - row.level(c));
      double early = random.gaussian();
      double late = random.gaussian();
      double effect =
          c % 2 == 0 ? early : StrictMath.cos(angle) * early + StrictMath.sin(angle) * late;
      sum += effect * OF_LEVELS / Math.sqrt(CATEGORIES);
      for (int f = 0; f < FACTORS; f++) {
        factors[c][f] = random.gaussian();
      }
    }
    for (int[] pair : pairs) {
      sum += dot(factors[pair[0]], factors[pair[1]]) * OF_PAIRS / Math.sqrt(PAIRS * FACTORS);
    }
    return sum;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int f = 0; f < FACTORS; f++) {
      sum += a[f] * b[f];
    }
    return sum;
  }

  private static double sigmoid(double score) {
    return 1 / (1 + StrictMath.exp(-score));
  }

  /** By bisection, on rows that belong to no table, for their numbers are negative. */
  private double calibrated() {
    double[] scores = new double[CALIBRATION_ROWS];
    ClickRow row = new ClickRow(spec);
    for (int i = 0; i < scores.length; i++) {
      scores[i] = score(row.draw(-1 - i, (long) ((i + 0.5) / scores.length * spec.rows())));
    }
    double low = -50;
    double high = 50;
    for (int halving = 0; halving < 60; halving++) {
      double middle = (low + high) / 2;
      double sum = 0;
      for (double score : scores) {
        sum += sigmoid(middle + score);
      }
      if (sum < spec.clicked() * scores.length) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
