package org.sparkradam.fit.model;

import org.sparkradam.loss.Scoring;
import org.sparkradam.train.evaluation.Metric;

/** What is trained: a loss with its weights' start, their part in a penalty, and a metric. */
public interface ModelSpec {
  /** For people, such as "linear model". */
  String title();

  /** Features of a row. */
  int features();

  Scoring loss();

  LossName lossName();

  Metric metric();

  /** The weights that training starts from, drawn by seed. */
  double[] initialWeights(long seed);

  /** 1 where a penalty counts a weight, 0 where it leaves it alone, such as an intercept. */
  double[] penaltyFactors();
}
