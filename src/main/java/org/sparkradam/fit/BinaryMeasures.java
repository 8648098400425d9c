package org.sparkradam.fit;

import static org.apache.spark.sql.functions.expr;
import static org.sparkradam.report.text.ReadableNumber.significant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.apache.spark.mllib.evaluation.BinaryClassificationMetrics;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparkradam.report.HtmlTable;
import scala.Tuple3;

/** Of two classes: the second one is the one that is looked for. */
final class BinaryMeasures implements Measures {
  /** As many as Spark's own evaluator takes. */
  private static final int BINS = 1000;

  private final Dataset<Row> scored;
  private final List<String> classNames;
  private final ClassMetrics classes;
  private final BinaryClassificationMetrics ranking;
  private final boolean probabilistic;

  BinaryMeasures(Dataset<Row> scored, List<String> classNames) {
    this.scored = Measures.weighing(scored);
    this.classNames = classNames;
    this.classes = new ClassMetrics(this.scored, classNames);
    this.ranking = ranking(this.scored);
    this.probabilistic = !scored.first().isNullAt(scored.schema().fieldIndex("probability"));
  }

  private static BinaryClassificationMetrics ranking(Dataset<Row> scored) {
    return new BinaryClassificationMetrics(
        scored
            .select("score", "label", "weight")
            .javaRDD()
            .map(row -> new Tuple3<>(row.getDouble(0), row.getDouble(1), row.getDouble(2)))
            .rdd(),
        BINS);
  }

  @Override
  public Map<String, Measured> metrics() {
    Map<String, Measured> metrics = new LinkedHashMap<>();
    if (probabilistic) {
      metrics.put("log loss", classes.logLoss());
    } else {
      metrics.put("hinge loss", hinge());
    }
    metrics.put("area under ROC", areaUnderRoc());
    metrics.put("area under PR", ofBothClasses(ranking::areaUnderPR));
    metrics.put("accuracy", classes.accuracy());
    metrics.put("precision", classes.precision(1));
    metrics.put("recall", classes.recall(1));
    metrics.put("F1", classes.f1(1));
    return metrics;
  }

  private Measured hinge() {
    Row mean =
        scored
            .agg(expr("sum(weight * greatest(0, 1 - (2 * label - 1) * score)) / sum(weight)"))
            .first();
    return mean.isNullAt(0)
        ? Measured.notDefined(Measures.NOTHING)
        : Measured.of(mean.getDouble(0));
  }

  private Measured areaUnderRoc() {
    return ofBothClasses(ranking::areaUnderROC);
  }

  /** Within one class there is nothing to rank. */
  private Measured ofBothClasses(DoubleSupplier area) {
    return classes
        .absence()
        .map(Measured::notDefined)
        .orElseGet(() -> Measured.of(area.getAsDouble()));
  }

  @Override
  public String answer() {
    Measured area = areaUnderRoc();
    if (area.isDefined()) {
      return "It ranks a row of '%s' above one of '%s' in %s %% of all pairs, and %s"
          .formatted(
              classNames.get(1), classNames.get(0), significant(100 * area.value()), named());
    }
    return classes.accuracy().isDefined()
        ? "It %s How well it ranks them is not defined, since %s.".formatted(named(), area.reason())
        : NO_ANSWER;
  }

  private String named() {
    return "names the class of %s %% of the rows; the larger class alone would be right for %s %%."
        .formatted(
            significant(100 * classes.accuracy().value()),
            significant(100 * classes.largestShare().value()));
  }

  @Override
  public List<Measures.Picture> pictures() {
    if (classes.absence().isPresent()) {
      return List.of();
    }
    BinaryPictures pictures = new BinaryPictures(classNames.get(1), ranking);
    return probabilistic
        ? List.of(pictures.roc(), pictures.precisionRecall(), pictures.calibration(scored))
        : List.of(pictures.roc(), pictures.precisionRecall());
  }

  @Override
  public List<HtmlTable> tables() {
    return List.of(new ConfusionTable(classes, classNames).table());
  }
}
