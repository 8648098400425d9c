package org.sparkradam.fit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.sparkradam.report.CsvTable;
import org.sparkradam.report.Json;
import org.sparkradam.report.OutputFolder;
import org.sparkradam.report.Palette;
import org.sparkradam.report.PlotRenderer;
import org.sparkradam.report.RunDescription;

/**
 * Writes all that a fit leaves: the pipeline, which can be written before anything is measured,
 * CSV, JSON, pictures and the page.
 */
public final class FitFiles {
  /** The folder of the pipeline within that of the files. */
  public static final String MODEL = "model";

  private static final int WIDTH = 1120;
  private static final int HEIGHT = 720;

  private final OutputFolder folder;

  public FitFiles(OutputFolder folder) {
    this.folder = folder;
  }

  /** Writes the pipeline, with the schema of its table: it is what took the time. */
  public void writeModel(Configuration hadoop, FittedModel fitted) {
    try {
      SavedPipeline.of(fitted).write().overwrite().save(folder.location(MODEL));
      SchemaFile.write(hadoop, folder.location(MODEL), fitted.table().schema());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + folder.location(MODEL), e);
    }
  }

  /**
   * Writes every file but the pipeline.
   *
   * @param facts what run.json holds
   */
  public void write(FitReport report, RunDescription run, Map<String, Object> facts) {
    folder.write("metrics.csv", metrics(report.metrics()).toCsv());
    folder.write("curves.csv", new TrainingCurve(report.fitted().objective()).csv().toCsv());
    if (!report.coefficients().isEmpty()) {
      folder.write("coefficients.csv", new CoefficientTables(report.coefficients()).csv().toCsv());
    }
    folder.write("run.json", Json.pretty(facts));
    PlotRenderer renderer =
        new PlotRenderer(Palette.of(report.pictures().stream().map(Picture::plot).toList()));
    for (Picture picture : report.pictures()) {
      folder.write(picture.file() + ".png", renderer.png(picture.plot(), WIDTH, HEIGHT));
    }
    folder.write("report.html", new FitPage(report, renderer, run).page().toHtml());
  }

  private static CsvTable metrics(List<MetricValue> values) {
    return new CsvTable(
        List.of("metric", "train", "test"),
        values.stream()
            .map(
                one ->
                    Arrays.<Object>asList(one.name(), one.training().value(), one.test().value()))
            .toList());
  }
}
