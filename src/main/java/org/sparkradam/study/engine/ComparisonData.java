package org.sparkradam.study.engine;

import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparkradam.block.IngestSettings;
import org.sparkradam.block.LabeledRow;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.fit.model.ModelSpec;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.study.Curve;
import org.sparkradam.study.DataFacts;
import org.sparkradam.study.LabelScale;
import org.sparkradam.study.Trial;
import org.sparkradam.study.TrialOutcome;
import org.sparkradam.table.PreparedTable;
import org.sparkradam.train.evaluation.Evaluation;
import org.sparkradam.train.evaluation.Evaluator;

/**
 * A table's training and test rows as cached blocks, and what is measured on them: final weights on
 * all rows, curves on a sample of either side. Losses are in the label's own unit.
 */
public final class ComparisonData implements AutoCloseable {
  /** Rows that curves are drawn from at most: the error of a mean over so many does not show. */
  private static final long MOST_CURVE_ROWS = 50_000;

  /** At least: fewer would make a curve of every other minibatch. */
  private static final long LEAST_CURVE_ROWS = 5_000;

  /** Multiplications for a point, or drawing the curves of many trials outlasts training them. */
  private static final double CURVE_WORK = 3e8;

  /** What a score costs beside the products of weights: exponentials, and a place in the AUC. */
  private static final double SCORE_WORK = 50;

  private final ModelSpec model;
  private final Kernel kernel;
  private final LabelScale labels;
  private final ShuffledBlocks training;
  private final ShuffledBlocks test;
  private final long curveRows;
  private final Map<String, String> snapshots;

  /** Both evaluations of each of several weight vectors. */
  public record Evaluations(List<Evaluation> training, List<Evaluation> test) {}

  /**
   * Shuffles the rows into blocks.
   *
   * @param settings of the training rows' blocks
   * @param trials that curves are drawn of
   */
  public ComparisonData(
      PreparedTable table,
      ModelSpec model,
      LabelScale labels,
      Kernel kernel,
      IngestSettings settings,
      int trials) {
    this.model = model;
    this.kernel = kernel;
    this.labels = labels;
    snapshots = table.snapshots();
    training = ShuffledBlocks.ingest(rows(table.training(), labels), settings);
    try {
      test = ShuffledBlocks.ingest(rows(table.test(), labels), ofTest(settings));
    } catch (Throwable e) { // Scala throws checked exceptions, undeclared
      training.close();
      throw e;
    }
    curveRows = curveRows(trials);
  }

  /** Where the training rows were asked to go. */
  private static IngestSettings ofTest(IngestSettings ofTraining) {
    return IngestSettings.of(0).withPlace(ofTraining.place());
  }

  private long curveRows(int trials) {
    double share = training.valuesPerRow() / model.features();
    double score = SCORE_WORK + share * model.loss().weightCount();
    double rows = CURVE_WORK / score / Math.max(1, trials);
    return (long) Math.min(MOST_CURVE_ROWS, Math.max(LEAST_CURVE_ROWS, rows));
  }

  private static JavaRDD<LabeledRow> rows(Dataset<Row> table, LabelScale labels) {
    return LabeledRow.of(table)
        .map(row -> new LabeledRow(labels.standardised(row.label()), row.weight(), row.features()));
  }

  ModelSpec model() {
    return model;
  }

  Kernel kernel() {
    return kernel;
  }

  LabelScale labels() {
    return labels;
  }

  /** The training rows. */
  public ShuffledBlocks training() {
    return training;
  }

  /** Which states of the tables these rows are of, see {@link PreparedTable}. */
  Map<String, String> snapshots() {
    return snapshots;
  }

  String testFingerprint() {
    return test.fingerprint();
  }

  /** What a result says of these rows. */
  public DataFacts facts() {
    return new DataFacts(
        labels,
        training.rows(),
        test.rows(),
        training.fingerprint(),
        training.chunkRows().length,
        training.place());
  }

  /** On all rows. */
  public Evaluations onAll(List<double[]> weights) {
    return new Evaluations(
        evaluate(evaluator(training), weights), evaluate(evaluator(test), weights));
  }

  /** On the curves' rows. */
  Evaluations onSample(List<double[]> weights) {
    return new Evaluations(
        evaluate(evaluator(training).onSampleOf(curveRows), weights),
        evaluate(evaluator(test).onSampleOf(curveRows), weights));
  }

  private Evaluator evaluator(ShuffledBlocks blocks) {
    return Evaluator.over(blocks, model.loss(), kernel, model.metric());
  }

  private List<Evaluation> evaluate(Evaluator evaluator, List<double[]> weights) {
    return evaluator.evaluate(weights).stream().map(labels::restored).toList();
  }

  /** Trained trials with their evaluations on all rows. */
  List<TrialOutcome> outcomes(List<Trial.Run> runs, List<Curve> curves) {
    Evaluations all = onAll(runs.stream().map(Trial.Run::weights).toList());
    return java.util.stream.IntStream.range(0, runs.size())
        .mapToObj(
            i ->
                new TrialOutcome(
                    runs.get(i), all.training().get(i), all.test().get(i), curves.get(i).points()))
        .toList();
  }

  @Override
  public void close() {
    training.close();
    test.close();
  }
}
