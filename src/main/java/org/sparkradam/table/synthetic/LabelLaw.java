package org.sparkradam.table.synthetic;

import java.io.Serializable;

/** The distribution of a row's label, given the row's scores. */
sealed interface LabelLaw extends Serializable permits ClassLaw, RegressionLaw {

  double draw(double[] scores, RowRandom random);

  /** The expected loss, on this row, of a model that knows this law. */
  double bestLoss(double[] scores);

  /** {@code log_loss} or {@code half_squared_error}. */
  String lossName();

  /** What is added to the scores, as they count numbers from their means. */
  double[] intercepts();
}
