package org.sparkradam.fit;

import static org.sparkradam.report.text.ReadableNumber.significant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.sparkradam.report.HtmlTable;

/** Of two classes: the second one is the one that is looked for. */
final class BinaryMeasures implements Measures {
  private final List<String> classNames;
  private final boolean probabilistic;
  private final ClassMetrics classes;
  private final Ranking ranking;

  BinaryMeasures(ScoredRows scored, List<String> classNames) {
    ClassTally tally = scored.tallied(ClassTally.ofTwo(scored.probabilistic()));
    this.classNames = classNames;
    this.probabilistic = scored.probabilistic();
    this.classes = new ClassMetrics(tally, classNames);
    this.ranking = tally.ranking();
  }

  @Override
  public Map<String, Measured> metrics() {
    Map<String, Measured> metrics = new LinkedHashMap<>();
    metrics.put(probabilistic ? "log loss" : "hinge loss", classes.meanLoss());
    metrics.put("area under ROC", areaUnderRoc());
    metrics.put("area under PR", ofBothClasses(ranking::areaUnderPr));
    metrics.put("accuracy", classes.accuracy());
    metrics.put("precision", classes.precision(1));
    metrics.put("recall", classes.recall(1));
    metrics.put("F1", classes.f1(1));
    return metrics;
  }

  private Measured areaUnderRoc() {
    return ofBothClasses(ranking::areaUnderRoc);
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
        ? List.of(pictures.roc(), pictures.precisionRecall(), pictures.calibration())
        : List.of(pictures.roc(), pictures.precisionRecall());
  }

  @Override
  public List<HtmlTable> tables() {
    return List.of(new ConfusionTable(classes, classNames).table());
  }
}
