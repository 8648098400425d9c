package org.sparkradam.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How rows of two classes are ranked: their weights by score, from the highest score on. Areas are
 * by trapezoids, as Spark's; of both classes there must be some.
 */
final class Ranking {
  private final double[] positive;
  private final double[] negative;
  private final double[] scores;

  /** A point of a curve. */
  record Point(double x, double y) {}

  /**
   * @param positive weights of the rows that are looked for, from the highest score on
   * @param negative likewise, of the others
   * @param scores likewise, the sums of weight times score
   */
  Ranking(double[] positive, double[] negative, double[] scores) {
    this.positive = positive.clone();
    this.negative = negative.clone();
    this.scores = scores.clone();
  }

  double areaUnderRoc() {
    return area(roc());
  }

  double areaUnderPr() {
    return area(precisionRecall());
  }

  private static double area(List<Point> curve) {
    double area = 0;
    for (int i = 1; i < curve.size(); i++) {
      Point from = curve.get(i - 1);
      Point to = curve.get(i);
      area += (to.x() - from.x()) * (from.y() + to.y()) / 2;
    }
    return area;
  }

  /** The share of positive rows found against that of negative ones taken for them. */
  List<Point> roc() {
    double allPositive = Arrays.stream(positive).sum();
    double allNegative = Arrays.stream(negative).sum();
    List<Point> curve = new ArrayList<>(List.of(new Point(0, 0)));
    double found = 0;
    double taken = 0;
    for (int i = 0; i < positive.length; i++) {
      found += positive[i];
      taken += negative[i];
      curve.add(new Point(taken / allNegative, found / allPositive));
    }
    return curve;
  }

  /** Precision against recall, from recall 0 on at the first precision. */
  List<Point> precisionRecall() {
    double allPositive = Arrays.stream(positive).sum();
    List<Point> curve = new ArrayList<>();
    double found = 0;
    double taken = 0;
    for (int i = 0; i < positive.length; i++) {
      found += positive[i];
      taken += negative[i];
      Point point = new Point(found / allPositive, found / (found + taken));
      if (i == 0) {
        curve.add(new Point(0, point.y()));
      }
      curve.add(point);
    }
    return curve;
  }

  /**
   * The share of positive rows against the mean score, in bins of about as much weight each, from
   * the lowest scores on; fewer bins where many scores are alike.
   */
  List<Point> calibration(int bins) {
    double all = Arrays.stream(positive).sum() + Arrays.stream(negative).sum();
    List<Point> points = new ArrayList<>();
    double before = 0;
    double weight = 0;
    double score = 0;
    double found = 0;
    for (int i = positive.length - 1; i >= 0; i--) {
      weight += positive[i] + negative[i];
      score += scores[i];
      found += positive[i];
      boolean full = Math.floor(bins * (before + weight) / all) > Math.floor(bins * before / all);
      if (full || i == 0) {
        points.add(new Point(score / weight, found / weight));
        before += weight;
        weight = 0;
        score = 0;
        found = 0;
      }
    }
    return points;
  }
}
