package org.sparkradam.fit;

import static org.sparkradam.report.ReadableNumber.significant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sparkradam.report.Cell;
import org.sparkradam.report.Figure;
import org.sparkradam.report.HtmlPage;
import org.sparkradam.report.HtmlTable;
import org.sparkradam.report.Part;
import org.sparkradam.report.PlotRenderer;
import org.sparkradam.report.RunDescription;

/** A fitted model as a page to read. */
record FitPage(FitReport report, PlotRenderer renderer, RunDescription run) {
  private static final int WIDTH = 560;
  private static final int HEIGHT = 360;

  HtmlPage page() {
    return new HtmlPage(
        "A model of %s in %s".formatted(fitted().table().label().column(), run.table()),
        lead(),
        List.of(report.answer(), fit()),
        parts(),
        run.settings(),
        run.command(),
        run.footer());
  }

  private String lead() {
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

  private String fit() {
    MetricValue loss = report.metrics().get(0);
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

  private List<Part> parts() {
    List<Part> parts = new ArrayList<>(List.of(metrics()));
    if (!fitted().table().check().off().isEmpty()) {
      parts.add(SchemaFacts.table(fitted().table().check()));
    }
    report.pictures().stream().map(this::figure).forEach(parts::add);
    parts.addAll(report.tables());
    if (!report.coefficients().isEmpty()) {
      parts.add(new CoefficientTables(report.coefficients()).table());
    }
    return parts;
  }

  private HtmlTable metrics() {
    return new HtmlTable(
        "Metrics",
        Stream.concat(Stream.of("By Spark's own evaluation."), report.gaps().stream())
            .collect(Collectors.joining(" ")),
        List.of("metric", "training rows", "test rows"),
        report.metrics().stream()
            .map(
                metric ->
                    List.of(
                        Cell.text(metric.name()),
                        Cell.number(metric.training().value()),
                        Cell.number(metric.test().value())))
            .toList());
  }

  private Part figure(Picture picture) {
    return Figure.of(
        picture.heading(), picture.caption(), renderer.svg(picture.plot(), WIDTH, HEIGHT));
  }

  private FittedModel fitted() {
    return report.fitted();
  }
}
