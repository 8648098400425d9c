package org.sparkradam.fit;

import static org.sparkradam.report.text.ReadableNumber.significant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.sparkradam.report.Cell;
import org.sparkradam.report.HtmlTable;

/** Of several classes. */
final class MulticlassMeasures implements Measures {
  private final List<String> classNames;
  private final boolean probabilistic;
  private final ClassMetrics classes;

  MulticlassMeasures(ScoredRows scored, List<String> classNames) {
    this.classNames = classNames;
    this.probabilistic = scored.probabilistic();
    this.classes =
        new ClassMetrics(scored.tallied(ClassTally.ofSeveral(probabilistic)), classNames);
  }

  @Override
  public Map<String, Measured> metrics() {
    Map<String, Measured> metrics = new LinkedHashMap<>();
    if (probabilistic) {
      metrics.put("log loss", classes.meanLoss());
    }
    metrics.put("accuracy", classes.accuracy());
    metrics.put("weighted precision", classes.weightedPrecision());
    metrics.put("weighted recall", classes.weightedRecall());
    metrics.put("weighted F1", classes.weightedF1());
    return metrics;
  }

  @Override
  public String answer() {
    Measured accuracy = classes.accuracy();
    if (!accuracy.isDefined()) {
      return NO_ANSWER;
    }
    return String.format(
        Locale.ROOT,
        "It names the right one of %d classes for %s %% of the rows; the largest class alone"
            + " would be right for %s %%.",
        classNames.size(),
        significant(100 * accuracy.value()),
        significant(100 * classes.largestShare().value()));
  }

  @Override
  public List<Measures.Picture> pictures() {
    return List.of();
  }

  @Override
  public List<HtmlTable> tables() {
    return List.of(perClass(), new ConfusionTable(classes, classNames).table());
  }

  private HtmlTable perClass() {
    return new HtmlTable(
        "Each class",
        "Precision: how many of the rows taken for the class are of it; recall: how many of its"
            + " rows are found. Classes without test rows are not here.",
        List.of("class", "test rows", "precision", "recall", "F1"),
        IntStream.of(classes.classes()).mapToObj(this::line).toList());
  }

  private List<Cell> line(int label) {
    return List.of(
        Cell.text(classNames.get(label)),
        Cell.number(classes.size(label)),
        Cell.number(classes.precision(label).value()),
        Cell.number(classes.recall(label).value()),
        Cell.number(classes.f1(label).value()));
  }
}
