package org.sparkradam.study.fit;

import static org.apache.spark.sql.functions.expr;
import static org.sparkradam.report.ReadableNumber.significant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    this.scored = scored;
    this.classNames = classNames;
    this.classes = new ClassMetrics(scored);
    this.ranking = ranking(scored);
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
  public Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    if (probabilistic) {
      metrics.put("log loss", classes.logLoss());
    } else {
      metrics.put("hinge loss", hinge());
    }
    metrics.put("area under ROC", ranking.areaUnderROC());
    metrics.put("area under PR", ranking.areaUnderPR());
    metrics.put("accuracy", classes.sparks().accuracy());
    metrics.put("precision", classes.precision(1));
    metrics.put("recall", classes.recall(1));
    metrics.put("F1", classes.f1(1));
    return metrics;
  }

  private double hinge() {
    return scored
        .agg(expr("sum(weight * greatest(0, 1 - (2 * label - 1) * score)) / sum(weight)"))
        .first()
        .getDouble(0);
  }

  @Override
  public String answer() {
    return "It ranks a row of '%s' above one of '%s' in %s %% of all pairs, and names the class of"
            .formatted(
                classNames.get(1), classNames.get(0), significant(100 * ranking.areaUnderROC()))
        + " %s %% of the rows; the larger class alone would be right for %s %%."
            .formatted(
                significant(100 * classes.sparks().accuracy()),
                significant(100 * classes.largestShare()));
  }

  @Override
  public List<Picture> pictures() {
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
