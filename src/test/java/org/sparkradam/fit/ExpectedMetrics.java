package org.sparkradam.fit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.sparkradam.fit.ScoredTable.Line;

/** Metrics by their definitions: quotients that are NaN where their denominators are empty. */
record ExpectedMetrics(ScoredTable table) {
  Map<String, Double> all() {
    return switch (table.task()) {
      case BINARY -> binary();
      case MULTICLASS -> multiclass();
      default -> regression();
    };
  }

  private Map<String, Double> binary() {
    Map<String, Double> all = new LinkedHashMap<>();
    if (table.isProbabilistic()) {
      all.put("log loss", logLoss());
    } else {
      all.put(
          "hinge loss", table.mean(row -> Math.max(0, 1 - (2 * row.label() - 1) * row.score())));
    }
    all.put("area under ROC", area());
    all.put("accuracy", accuracy());
    all.put("precision", precision(1));
    all.put("recall", recall(1));
    all.put("F1", f1(1));
    return all;
  }

  /** The share of pairs of both classes that are in order, ties by half. */
  private double area() {
    double right = 0;
    for (Line positive : table.lines()) {
      for (Line negative : table.lines()) {
        double pair =
            positive.weight() * positive.label() * negative.weight() * (1 - negative.label());
        right += pair * (1 + Math.signum(positive.score() - negative.score())) / 2;
      }
    }
    return right / (of(1) * of(0));
  }

  private Map<String, Double> multiclass() {
    Map<String, Double> all = new LinkedHashMap<>();
    all.put("log loss", logLoss());
    all.put("accuracy", accuracy());
    all.put("weighted precision", table.mean(row -> precision((int) row.label())));
    all.put("weighted recall", table.mean(row -> recall((int) row.label())));
    all.put("weighted F1", table.mean(row -> f1((int) row.label())));
    return all;
  }

  private Map<String, Double> regression() {
    double square = table.mean(row -> Math.pow(row.label() - row.prediction(), 2));
    double mean = table.mean(Line::label);
    Map<String, Double> all = new LinkedHashMap<>();
    all.put("half squared error", square / 2);
    all.put("RMSE", Math.sqrt(square));
    all.put("MAE", table.mean(row -> Math.abs(row.label() - row.prediction())));
    all.put(
        "R²",
        alike() ? Double.NaN : 1 - square / table.mean(row -> Math.pow(row.label() - mean, 2)));
    return all;
  }

  private boolean alike() {
    return table.lines().stream()
            .filter(row -> row.weight() > 0)
            .map(Line::label)
            .distinct()
            .count()
        < 2;
  }

  private double logLoss() {
    return table.mean(row -> -Math.log(row.probability()[(int) row.label()]));
  }

  private double accuracy() {
    return table.mean(row -> row.label() == row.prediction() ? 1 : 0);
  }

  private double precision(int k) {
    return found(k) / taken(k);
  }

  private double recall(int k) {
    return found(k) / of(k);
  }

  private double f1(int k) {
    return of(k) == 0 ? Double.NaN : 2 * found(k) / (of(k) + taken(k));
  }

  private double found(int k) {
    return weight(row -> row.label() == k && row.prediction() == k);
  }

  private double taken(int k) {
    return weight(row -> row.prediction() == k);
  }

  private double of(int k) {
    return weight(row -> row.label() == k);
  }

  private double weight(Predicate<Line> which) {
    return table.weight(which);
  }
}
