package org.sparkradam.table.synthetic;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Makes the rows of a table, each from its number alone. One for each task: it keeps buffers. */
final class RowGenerator {
  private final SyntheticSpec spec;
  private final LabelLaw labels;
  private final RowFeatures features;
  private final RowRandom random = new RowRandom();
  private final int width;
  private double label;

  RowGenerator(GroundTruth truth) {
    this.spec = truth.spec();
    this.labels = truth.labels();
    this.features = new RowFeatures(truth.columns(), truth.signal(), spec.target().scores());
    this.width = spec.numeric() + spec.categorical() + 2;
  }

  /** Makes the given row, of 0 … rows - 1, the current one. */
  RowGenerator seek(long row) {
    features.draw(random.restart(spec.seed(), row), (double) row / spec.rows());
    label = labels.draw(features.scores(), random);
    return this;
  }

  double label() {
    return label;
  }

  /** Before the intercepts; overwritten by the next {@link #seek}. */
  double[] scores() {
    return features.scores();
  }

  double bestLoss() {
    return labels.bestLoss(features.scores());
  }

  /** The current row as it stands in the table. */
  Row row() {
    Object[] cells = new Object[width];
    int last = features.fill(cells);
    cells[last] = spec.target() instanceof Target.Classes ? (Object) (int) label : label;
    return RowFactory.create(cells);
  }
}
