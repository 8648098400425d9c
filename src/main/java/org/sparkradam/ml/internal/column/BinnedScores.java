package org.sparkradam.ml.internal.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparkradam.ml.internal.param.ParamValue;

/**
 * A binary evaluator's metric without the shuffles of all scores that make it dear: they are sorted
 * on the driver and put into the bins that the evaluator makes of those in one partition, and of
 * the bins it makes its curve and the area under it. The scores of a large table the evaluator
 * itself cuts into partitions by a sample, and its number depends on that by less than a bin is
 * worth; of less than twice {@code numBins} different scores it makes no bins.
 *
 * @param positive ascending scores of the rows of class 1
 * @param negative ascending scores of the others
 */
public record BinnedScores(double[] positive, double[] negative) {
  /** 128 MB of them. */
  private static final int MOST_ROWS = 16_000_000;

  private static final StructType BINS =
      new StructType()
          .add("score", DataTypes.DoubleType)
          .add("label", DataTypes.DoubleType)
          .add("weight", DataTypes.DoubleType);

  /** None where rows have weights, something is null, or there are too many for the driver. */
  public static Optional<BinnedScores> of(
      BinaryClassificationEvaluator evaluator, Dataset<?> scored) {
    boolean weighted =
        ParamValue.<String>ifDefined(evaluator, evaluator.weightCol())
            .filter(name -> !name.isEmpty())
            .isPresent();
    Dataset<Row> columns =
        scored.select(
            functions.col(evaluator.getRawPredictionCol()),
            functions.col(evaluator.getLabelCol()).cast("double"));
    if (weighted || !columns.schema().apply(0).dataType().equals(SQLDataTypes.VectorType())) {
      return Optional.empty();
    }
    JavaRDD<InternalRow> rows = InternalRows.of(columns);
    int most = MOST_ROWS / Math.max(1, rows.getNumPartitions());
    List<double[][]> parts =
        rows.mapPartitions(part -> List.<double[][]>of(byClass(part, most)).iterator()).collect();
    return parts.stream().anyMatch(part -> part.length == 0)
        ? Optional.empty()
        : Optional.of(new BinnedScores(sorted(parts, 1), sorted(parts, 0)));
  }

  /** Scores of class 0 and of class 1; of neither if something is null, or they are too many. */
  private static double[][] byClass(Iterator<InternalRow> rows, int most) {
    DoubleStream.Builder negative = DoubleStream.builder();
    DoubleStream.Builder positive = DoubleStream.builder();
    for (int count = 0; rows.hasNext(); count++) {
      InternalRow row = rows.next();
      if (count == most || row.isNullAt(0) || row.isNullAt(1)) {
        return new double[0][];
      }
      double score = InternalRows.vector(row, 0).apply(1) + 0.0; // as Spark, which knows no -0.0
      (row.getDouble(1) > 0.5 ? positive : negative).add(score);
    }
    return new double[][] {negative.build().toArray(), positive.build().toArray()};
  }

  private static double[] sorted(List<double[][]> parts, int label) {
    double[] all = parts.stream().flatMapToDouble(part -> Arrays.stream(part[label])).toArray();
    Arrays.sort(all);
    return all;
  }

  /** What the evaluator says of the bins. */
  public double metric(BinaryClassificationEvaluator evaluator, SparkSession spark) {
    return evaluator
        .copy(ParamMap.empty())
        .setRawPredictionCol("score")
        .setLabelCol("label")
        .setWeightCol("weight")
        .setNumBins(0)
        .evaluate(spark.createDataFrame(bins(evaluator.getNumBins()), BINS).coalesce(1));
  }

  /**
   * A row a class and bin; scores of bins are their numbers from the last on.
   *
   * @param numBins about how many are wanted; 0 for one a score
   */
  private List<Row> bins(int numBins) {
    long grouping = numBins == 0 ? 1 : Math.max(1, different() / numBins);
    List<Row> bins = new ArrayList<>();
    int p = positive.length;
    int n = negative.length;
    for (int bin = 0; p > 0 || n > 0; bin++) {
      int positiveTo = p;
      int negativeTo = n;
      for (long i = 0; i < grouping && (p > 0 || n > 0); i++) {
        double score = highest(p, n);
        p = below(positive, p, score);
        n = below(negative, n, score);
      }
      addBin(bins, bin, 1, positiveTo - p);
      addBin(bins, bin, 0, negativeTo - n);
    }
    return bins;
  }

  private static void addBin(List<Row> bins, int bin, int label, int rows) {
    if (rows > 0) {
      bins.add(RowFactory.create((double) -bin, (double) label, (double) rows));
    }
  }

  private long different() {
    long different = 0;
    int p = positive.length;
    int n = negative.length;
    for (; p > 0 || n > 0; different++) {
      double score = highest(p, n);
      p = below(positive, p, score);
      n = below(negative, n, score);
    }
    return different;
  }

  /** Of the first scores of both. */
  private double highest(int positives, int negatives) {
    if (positives == 0) {
      return negative[negatives - 1];
    }
    double ofPositive = positive[positives - 1];
    return negatives == 0 || Double.compare(ofPositive, negative[negatives - 1]) >= 0
        ? ofPositive
        : negative[negatives - 1];
  }

  /** How many of the first scores are not this one, which is the highest. */
  private static int below(double[] scores, int count, double score) {
    int below = count;
    while (below > 0 && Double.compare(scores[below - 1], score) == 0) {
      below--;
    }
    return below;
  }
}
