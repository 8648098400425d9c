package org.sparkradam.ml;

import java.io.Serializable;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.stat.MultivariateOnlineSummarizer;
import org.apache.spark.sql.Row;
import org.sparkradam.block.LabeledRow;

/**
 * What has to be known of a table before it is trained on: moments of features and label, by the
 * rows' weights, and whether something is wrong with a row. Rows that are held out are checked and
 * counted only. Partitions are merged in their order, so the same partitions give the same bits.
 */
final class TableFacts implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Beyond this a label is an identifier rather than a class. */
  private static final int MOST_CLASSES = 1_000_000;

  private final MultivariateOnlineSummarizer features = new MultivariateOnlineSummarizer();
  private final MultivariateOnlineSummarizer labels = new MultivariateOnlineSummarizer();
  private final SortedMap<Integer, Double> classWeights = new TreeMap<>();
  private long rows;
  private long heldOutRows;
  private double heldOutWeight;
  private int width;
  private String problem;

  private TableFacts() {}

  /** Of no rows yet. */
  static TableFacts none() {
    return new TableFacts();
  }

  FeatureMoments featureMoments() {
    return FeatureMoments.of(features);
  }

  /** Weighted mean of the label. */
  double labelMean() {
    return labels.mean().apply(0);
  }

  /** Unbiased standard deviation of the label. */
  double labelDeviation() {
    return Settled.of(Math.sqrt(labels.variance().apply(0)));
  }

  /** The weight of each class, up to the largest label that has one. */
  double[] classWeights() {
    double[] weights = new double[classWeights.lastKey() + 1];
    classWeights.forEach((label, weight) -> weights[label] = Settled.of(weight));
    return weights;
  }

  /** Of the rows up to the first that something is wrong with. */
  static TableFacts of(Iterator<Row> rows, TrainingColumns columns) {
    TableFacts facts = new TableFacts();
    while (rows.hasNext() && facts.problem == null) {
      facts.add(rows.next(), columns);
    }
    return facts;
  }

  private void add(Row row, TrainingColumns columns) {
    Optional<String> wrong = columns.problem(row).or(() -> otherWidth(row, columns));
    wrong.ifPresent(text -> problem = text);
    if (wrong.isEmpty()) {
      LabeledRow good = columns.labeled(row);
      boolean heldOut = TrainingColumns.isHeldOut(row);
      rows++;
      width = good.features().size();
      if (columns.kind() == LabelKind.CLASS && good.weight() > 0) {
        classWeights.merge((int) good.label(), heldOut ? 0 : good.weight(), Double::sum);
      }
      if (heldOut) {
        heldOutRows++;
        heldOutWeight += good.weight();
      } else {
        features.add(Vectors.fromML(good.features()), good.weight());
        labels.add(Vectors.dense(good.label()), good.weight());
      }
    }
  }

  private Optional<String> otherWidth(Row row, TrainingColumns columns) {
    int other = row.<Vector>getAs(0).size();
    return rows == 0 || other == width ? Optional.empty() : Optional.of(widths(columns, other));
  }

  private String widths(TrainingColumns columns, int other) {
    return String.format(
        Locale.ROOT,
        "features column '%s' must have vectors of one size, but some have %d and some %d",
        columns.features(),
        Math.min(width, other),
        Math.max(width, other));
  }

  /** Takes the rows of the next partition in. */
  void merge(TableFacts part, TrainingColumns columns) {
    if (problem == null) {
      problem =
          rows > 0 && part.rows > 0 && width != part.width
              ? widths(columns, part.width)
              : part.problem;
    }
    if (problem == null && part.rows > 0) {
      rows += part.rows;
      heldOutRows += part.heldOutRows;
      heldOutWeight += part.heldOutWeight;
      width = part.width;
      features.merge(part.features);
      labels.merge(part.labels);
      part.classWeights.forEach((label, weight) -> classWeights.merge(label, weight, Double::sum));
    }
  }

  /**
   * @throws IllegalArgumentException if there is nothing to train on, or something is wrong with a
   *     row; the message names the column
   */
  void requireUsable(TrainingColumns columns) {
    if (problem != null) {
      throw new IllegalArgumentException(problem);
    }
    if (rows == 0) {
      throw new IllegalArgumentException("there are no rows to train on");
    }
    if (columns.holdsOut()) {
      requireBothKinds(columns);
    }
    if (!classWeights.isEmpty() && classWeights.lastKey() >= MOST_CLASSES) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "label column '%s' must be %s, but was %d in one row, which is more than %d classes",
              columns.label(),
              columns.kind().allowed(),
              classWeights.lastKey(),
              MOST_CLASSES));
    }
    if (features.weightSum() == 0) {
      throw new IllegalArgumentException(
          "weight column '%s' must be above 0 in some row, but is 0 in all"
              .formatted(columns.weight()));
    }
  }

  private void requireBothKinds(TrainingColumns columns) {
    if (heldOutRows > 0 && heldOutWeight == 0) {
      throw new IllegalArgumentException(
          "weight column '%s' must be above 0 in some row where '%s' is true, but is 0 in all"
              .formatted(columns.weight(), columns.heldOut()));
    }
    if (heldOutRows == 0 || heldOutRows == rows) {
      throw new IllegalArgumentException(
          "validation indicator column '%s' must be true in some rows and false in others, but was %s in all"
              .formatted(columns.heldOut(), heldOutRows > 0));
    }
  }
}
