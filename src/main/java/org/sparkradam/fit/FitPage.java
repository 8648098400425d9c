package org.sparkradam.fit;

import static org.sparkradam.report.text.ReadableNumber.significant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sparkradam.report.Column;
import org.sparkradam.report.Columns;
import org.sparkradam.report.CsvTable;
import org.sparkradam.report.Figures;
import org.sparkradam.report.HtmlTable;
import org.sparkradam.report.Part;
import org.sparkradam.report.Report;
import org.sparkradam.report.chart.Drawing;

/** What is told of a fitted model. */
public record FitPage(FitReport report) implements Report {
  private static final Columns<FitReport.MetricValue> METRICS =
      Columns.of(
          Column.of(FitReport.MetricValue::name)
              .csv("metric")
              .page("metric")
              .consoleWords("metric", 20),
          Column.<FitReport.MetricValue>of(one -> one.training().value())
              .csv("train")
              .page("training rows")
              .console("training rows", 14),
          Column.<FitReport.MetricValue>of(one -> one.test().value())
              .csv("test")
              .page("test rows")
              .console("test rows", 14));

  @Override
  public String title(String table) {
    return "A model of %s in %s".formatted(fitted().table().label().column(), table);
  }

  @Override
  public String question() {
    return String.format(
        Locale.ROOT,
        "How well does a %s predict %s? Trained on %,d rows of %,d features, measured on %,d"
            + " other rows.",
        fitted().kind().title(),
        fitted().table().label().column(),
        fitted().table().counts().training(),
        fitted().table().numFeatures(),
        fitted().table().counts().test());
  }

  @Override
  public List<String> answers() {
    return List.of(report.answer(), fit());
  }

  private String fit() {
    FitReport.MetricValue loss = report.metrics().get(0);
    return String.format(
        Locale.ROOT,
        "The %s is %s on the test rows and %s on the training rows, after %,d steps of %,d rows"
            + " in %s s.",
        loss.name(),
        significant(loss.test().value()),
        significant(loss.training().value()),
        fitted().done().steps(),
        fitted().done().batchSize(),
        significant(fitted().seconds()));
  }

  @Override
  public List<Part> parts(Figures figures) {
    List<Part> parts = new ArrayList<>(List.of(metrics()));
    if (!fitted().table().check().off().isEmpty()) {
      parts.add(SchemaFacts.table(fitted().table().check()));
    }
    report.pictures().stream()
        .map(one -> figures.of(one.heading(), one.caption(), one.plot()))
        .forEach(parts::add);
    parts.addAll(report.tables());
    if (!report.coefficients().isEmpty()) {
      parts.add(Coefficient.largest(report.coefficients()));
    }
    return parts;
  }

  private HtmlTable metrics() {
    return METRICS.html(
        "Metrics",
        Stream.concat(Stream.of("By Spark's own evaluation."), report.gaps().stream())
            .collect(Collectors.joining(" ")),
        report.metrics());
  }

  @Override
  public Map<String, CsvTable> tables() {
    Map<String, CsvTable> tables = new LinkedHashMap<>();
    tables.put("metrics", METRICS.csv(report.metrics()));
    tables.put("curves", new TrainingCurve(fitted().objective()).csv());
    if (!report.coefficients().isEmpty()) {
      tables.put("coefficients", Coefficient.file(report.coefficients()));
    }
    return tables;
  }

  @Override
  public Map<String, Drawing> pictures() {
    Map<String, Drawing> all = new LinkedHashMap<>();
    report.pictures().forEach(one -> all.put(one.file(), one.plot()));
    return all;
  }

  @Override
  public int height() {
    return 360;
  }

  /** A line a metric, and what is not defined. */
  @Override
  public List<String> console() {
    return Stream.concat(METRICS.console(report.metrics()).stream(), report.gaps().stream())
        .toList();
  }

  private FittedModel fitted() {
    return report.fitted();
  }
}
