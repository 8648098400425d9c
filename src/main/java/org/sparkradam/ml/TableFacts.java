package org.sparkradam.ml;

import java.io.Serializable;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.sparkradam.block.LabeledRow;
import org.sparkradam.block.RowStatistics;
import org.sparkradam.ml.internal.model.LabelKind;
import org.sparkradam.ml.internal.moments.FeatureMoments;
import org.sparkradam.ml.internal.moments.LabelSums;
import org.sparkradam.ml.internal.moments.MomentSums;
import org.sparkradam.ml.internal.moments.WithoutLastBits;

/**
 * What has to be known of a table before it is trained on, from one reading: moments of features
 * and label, by the rows' weights, what the shuffle into blocks asks for, and whether something is
 * wrong with a row. Rows that are held out are checked and counted only. Partitions are merged in
 * their order, so the same partitions give the same bits.
 */
final class TableFacts implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Beyond this a label is an identifier rather than a class. */
  private static final int MOST_CLASSES = 1_000_000;

  private final LabelSums labels = new LabelSums();
  private RowStatistics training = RowStatistics.none();
  private RowStatistics heldOut = RowStatistics.none();
  private MomentSums features = new MomentSums(0);
  private long rows;
  private long heldOutRows;
  private double heldOutWeight;
  private int[] sizes;
  private String problem;
  private transient FeatureMoments moments;

  private TableFacts() {}

  /** Of no rows yet. */
  static TableFacts none() {
    return new TableFacts();
  }

  FeatureMoments featureMoments() {
    if (moments == null) {
      moments = FeatureMoments.of(features);
    }
    return moments;
  }

  /** Of the rows to train on that weigh anything. */
  RowStatistics training() {
    return training;
  }

  /** Of the rows held out that weigh anything. */
  RowStatistics heldOut() {
    return heldOut;
  }

  /** Weighted mean of the label. */
  double labelMean() {
    return labels.mean();
  }

  /** Unbiased standard deviation of the label. */
  double labelDeviation() {
    return WithoutLastBits.of(labels.deviation());
  }

  /** The weight of each class, up to the largest label that has one. */
  double[] classWeights() {
    return WithoutLastBits.of(labels.classWeights());
  }

  /** Of the rows up to the first that something is wrong with. */
  static TableFacts of(Iterator<InternalRow> rows, TrainingColumns columns) {
    TableFacts facts = new TableFacts();
    RowStatistics.Tally training = new RowStatistics.Tally();
    RowStatistics.Tally heldOut = new RowStatistics.Tally();
    while (rows.hasNext() && facts.problem == null) {
      InternalRow row = rows.next();
      LabeledRow good = facts.checked(row, columns);
      if (good != null) {
        facts.add(good, columns, TrainingColumns.isHeldOut(row) ? heldOut : training, training);
      }
    }
    facts.training = training.statistics();
    facts.heldOut = heldOut.statistics();
    return facts;
  }

  /**
   * The row if nothing is wrong with it, else null. The first that is whole has the right sizes.
   */
  private LabeledRow checked(InternalRow row, TrainingColumns columns) {
    Optional<String> wrong = columns.problem(row);
    LabeledRow labeled = wrong.isEmpty() ? columns.labeled(row) : null;
    if (wrong.isEmpty()) {
      int[] found = columns.sizes(row);
      sizes = sizes == null ? found : sizes;
      wrong = columns.problem(labeled.features(), found).or(() -> columns.problem(sizes, found));
    }
    wrong.ifPresent(text -> problem = text);
    return wrong.isEmpty() ? labeled : null;
  }

  private void add(
      LabeledRow row,
      TrainingColumns columns,
      RowStatistics.Tally to,
      RowStatistics.Tally training) {
    boolean trained = to == training;
    if (rows++ == 0) {
      features = new MomentSums(row.features().size());
    }
    if (row.weight() > 0) {
      to.add(row);
    }
    if (columns.kind() == LabelKind.CLASS && row.weight() > 0) {
      labels.addClass((int) row.label(), trained ? row.weight() : 0);
    }
    if (trained) {
      features.add(row.features(), row.weight());
      labels.add(row.label(), row.weight());
    } else {
      heldOutRows++;
      heldOutWeight += row.weight();
    }
  }

  /** Takes the rows of the next partition in. */
  void merge(TableFacts part, TrainingColumns columns) {
    if (problem == null) {
      problem =
          rows > 0 && part.rows > 0
              ? columns.problem(sizes, part.sizes).orElse(part.problem)
              : part.problem;
    }
    if (problem == null && part.rows > 0) {
      rows += part.rows;
      heldOutRows += part.heldOutRows;
      heldOutWeight += part.heldOutWeight;
      sizes = part.sizes;
      if (features.features() == 0) {
        features = part.features;
      } else {
        features.merge(part.features);
      }
      labels.merge(part.labels);
      training = training.plus(part.training);
      heldOut = heldOut.plus(part.heldOut);
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
    if (labels.largestClass() >= MOST_CLASSES) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "label column '%s' must be %s, but was %d in one row, which is more than %d classes",
              columns.label(),
              columns.kind().allowed(),
              labels.largestClass(),
              MOST_CLASSES));
    }
    if (features.weight() == 0) {
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
