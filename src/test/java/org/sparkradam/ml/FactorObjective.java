package org.sparkradam.ml;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparkradam.ml.internal.model.FactorWeights;

/**
 * What Spark's factorization machines minimise, on raw rows, by the definition.
 *
 * @param loss of margin and label
 * @param rows label, weight, features
 */
record FactorObjective(DoubleBinaryOperator loss, List<Row> rows, double regParam) {
  static FactorObjective ofClasses(Dataset<Row> table, double regParam) {
    return new FactorObjective(
        (margin, label) -> Math.log1p(Math.exp(margin * (1 - 2 * label))),
        table.collectAsList(),
        regParam);
  }

  static FactorObjective ofNumbers(Dataset<Row> table, double regParam) {
    return new FactorObjective(
        (margin, label) -> (margin - label) * (margin - label), table.collectAsList(), regParam);
  }

  double at(FactorWeights weights) {
    double sum = 0;
    double rowWeights = 0;
    for (Row row : rows) {
      double margin = margin(weights, row.<Vector>getAs("features").toArray());
      sum += row.getDouble(1) * loss.applyAsDouble(margin, row.getDouble(0));
      rowWeights += row.getDouble(1);
    }
    double squares =
        square(weights.factors())
            + square(weights.linear())
            + weights.intercept() * weights.intercept();
    return sum / rowWeights + regParam / 2 * squares;
  }

  /** By how much one of the weights, moved by a share of its scale, can lower the objective. */
  double gainOfMoving(FactorWeights weights, double share) {
    double best = 0;
    double here = at(weights);
    for (double[] part : List.of(weights.factors(), weights.linear())) {
      for (int i = 0; i < part.length; i++) {
        double kept = part[i];
        for (double sign : new double[] {-1, 1}) {
          part[i] = kept * (1 + sign * share);
          best = Math.max(best, here - at(weights));
        }
        part[i] = kept;
      }
    }
    for (double sign : new double[] {-1, 1}) {
      double intercept = weights.intercept() * (1 + sign * share);
      FactorWeights moved = new FactorWeights(weights.factors(), weights.linear(), intercept);
      best = Math.max(best, here - at(moved));
    }
    return best;
  }

  private static double margin(FactorWeights weights, double[] x) {
    double margin = weights.intercept();
    int size = weights.factors().length / x.length;
    for (int i = 0; i < x.length; i++) {
      margin += weights.linear()[i] * x[i];
      for (int j = 0; j < i; j++) {
        for (int f = 0; f < size; f++) {
          margin += weights.factors()[i * size + f] * weights.factors()[j * size + f] * x[i] * x[j];
        }
      }
    }
    return margin;
  }

  private static double square(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }
}
