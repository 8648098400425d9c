package org.sparkradam.fit;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparkradam.report.HtmlTable;
import org.sparkradam.table.read.PassName;

/**
 * What is told of a fitted model.
 *
 * @param metrics on the training and the test rows
 * @param answer what came out on the test rows, in one sentence
 * @param pictures of the test rows and of the training
 * @param tables of the test rows
 */
public record FitReport(
    FittedModel fitted,
    List<MetricValue> metrics,
    String answer,
    List<Measures.Picture> pictures,
    List<HtmlTable> tables,
    List<Coefficient> coefficients) {

  /** Predicts all rows and measures. */
  public static FitReport of(FittedModel fitted) {
    Dataset<Row> training = fitted.table().training();
    Dataset<Row> test = fitted.table().test();
    return of(
        fitted,
        PassName.during(
            training, "measuring on the training rows", () -> measured(fitted, training)),
        PassName.during(test, "measuring on the test rows", () -> measured(fitted, test)));
  }

  /** What the rows leave undefined, and why: a sentence a reason. */
  List<String> gaps() {
    Map<String, Measured> training = new LinkedHashMap<>();
    Map<String, Measured> test = new LinkedHashMap<>();
    for (MetricValue one : metrics) {
      training.put(one.name(), one.training());
      test.put(one.name(), one.test());
    }
    return Stream.concat(
            Measured.gaps("the training rows", training).stream(),
            Measured.gaps("the test rows", test).stream())
        .toList();
  }

  private static FitReport of(FittedModel fitted, Measures training, Measures test) {
    Map<String, Measured> learnt = training.metrics();
    List<MetricValue> metrics = new ArrayList<>();
    test.metrics()
        .forEach((name, value) -> metrics.add(new MetricValue(name, learnt.get(name), value)));
    TrainingCurve curve = new TrainingCurve(fitted.objective());
    List<Measures.Picture> pictures = new ArrayList<>(test.pictures());
    if (!curve.isEmpty()) {
      pictures.add(curve.picture());
    }
    return new FitReport(
        fitted, metrics, test.answer(), pictures, test.tables(), Coefficient.of(fitted));
  }

  static Measures measured(FittedModel fitted, Dataset<Row> rows) {
    ScoredRows scored =
        ScoredRows.of(
            fitted.model().transform(rows),
            col("label"),
            col("weight"),
            PredictedColumns.of(fitted.model()));
    return Measures.of(fitted.table().task(), scored, fitted.table().classNames());
  }

  /** A metric on the training and on the test rows. */
  public record MetricValue(String name, Measured training, Measured test) {}
}
