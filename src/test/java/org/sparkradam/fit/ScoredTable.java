package org.sparkradam.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.sparkradam.table.read.Task;
import org.sparkradam.testing.LocalSpark;

/**
 * A few rows with predictions, as {@link ScoredRows} makes them.
 *
 * @param classes how many there are, those without rows included
 */
record ScoredTable(Task task, int classes, List<Line> lines) {
  /** A row; its score is the probability of class 1, or the margin where there is none. */
  record Line(double label, double prediction, double weight, double score, double[] probability) {}

  /**
   * Any table of a seed: of one row or some, in which all labels, predictions, scores or weights
   * may be alike, classes be absent and rows weigh nothing.
   */
  static ScoredTable random(long seed) {
    Random random = new Random(seed);
    Task task = List.of(Task.BINARY, Task.MULTICLASS, Task.REGRESSION).get(random.nextInt(3));
    int classes = task == Task.BINARY ? 2 : 3 + random.nextInt(2);
    boolean probable = task == Task.MULTICLASS || random.nextBoolean();
    int[] labels = random.ints(1 + random.nextInt(4), 0, classes).toArray();
    int[] predictions = random.ints(1 + random.nextInt(4), 0, classes).toArray();
    int scores = 1 + random.nextInt(4);
    double[] weights =
        List.of(new double[] {1}, new double[] {0, 0.25}, new double[] {0})
            .get(random.nextInt(5) % 3);
    List<Line> lines =
        IntStream.range(0, random.nextInt(4) == 0 ? 1 : 2 + random.nextInt(7))
            .mapToObj(
                i ->
                    line(
                        labels[random.nextInt(labels.length)],
                        predictions[random.nextInt(predictions.length)],
                        weights[random.nextInt(weights.length)],
                        (1 + random.nextInt(scores)) / 5.0,
                        probable ? classes : 0))
            .toList();
    return new ScoredTable(task, classes, lines);
  }

  private static Line line(
      double label, double prediction, double weight, double score, int classes) {
    double[] probability =
        IntStream.range(0, classes)
            .mapToDouble(k -> k == 1 ? score : (1 - score) / (classes - 1))
            .toArray();
    return new Line(label, prediction, weight, score, probability);
  }

  Measures measures() {
    return Measures.of(task, rows(), names());
  }

  List<String> names() {
    return IntStream.range(0, task == Task.REGRESSION ? 0 : classes)
        .mapToObj(k -> "c" + k)
        .toList();
  }

  private ScoredRows rows() {
    List<String> values = lines.stream().map(ScoredTable::sql).toList();
    Dataset<Row> rows =
        LocalSpark.session()
            .createDataset(values, Encoders.STRING())
            .selectExpr(
                "from_json(value, 'prediction double, label double, weight double,"
                    + " scores array<double>') AS row")
            .select("row.*");
    return new ScoredRows(rows, isProbabilistic());
  }

  private static String sql(Line line) {
    double[] scores =
        line.probability().length > 0
            ? line.probability()
            : new double[] {-line.score(), line.score()};
    return "{\"prediction\":%s,\"label\":%s,\"weight\":%s,\"scores\":%s}"
        .formatted(line.prediction(), line.label(), line.weight(), Arrays.toString(scores));
  }

  boolean isProbabilistic() {
    return lines.get(0).probability().length > 0;
  }

  /** The weight of some of the rows. */
  double weight(Predicate<Line> which) {
    return lines.stream().filter(which).mapToDouble(Line::weight).sum();
  }

  /** The weighted mean over all rows; NaN where they weigh nothing. */
  double mean(ToDoubleFunction<Line> value) {
    return lines.stream()
            .filter(line -> line.weight() > 0)
            .mapToDouble(line -> line.weight() * value.applyAsDouble(line))
            .sum()
        / weight(line -> true);
  }
}
