package org.sparkradam.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.sparkradam.report.chart.Axis;
import org.sparkradam.report.chart.Palette;
import org.sparkradam.report.chart.Plot;
import org.sparkradam.report.chart.PlotRenderer;
import org.sparkradam.report.chart.SampleHeatMaps;
import org.sparkradam.report.chart.Series;
import org.sparkradam.report.text.ReadableNumber;

/** A made-up comparison of three solvers at four rates with two seeds, one of which diverges. */
public final class SampleReport {
  public static final List<String> SOLVERS = List.of("radam", "adam", "sgd:momentum=0.9");
  static final double[] RATES = {0.01, 0.03, 0.1, 0.3};
  private static final int POINTS = 200;

  private SampleReport() {}

  public static HtmlPage page() {
    List<Plot> panels = panels();
    Plot rates = sensitivity();
    Plot all = everything();
    PlotRenderer renderer = new PlotRenderer(Palette.of(panels));
    PlotRenderer many = new PlotRenderer(Palette.of(List.of(all)));
    return new HtmlPage(
        "Which optimizer for HIGGS?",
        "Three solvers at four learning rates, two seeds each, on 10.5 million training rows;"
            + " every trial read the same minibatches in the same order.",
        List.of(
            "RAdam at 0.1 reached the lowest test loss, 0.4652 (± 0.0011 over 2 seeds).",
            "RAdam's worst rate is 0.031 above its best; Adam's 0.098; SGD diverged at 0.3."),
        List.of(
            table(),
            Figure.of(
                "Test loss by learning rate",
                "Mean of two seeds; the band reaches from the better to the worse.",
                renderer.svg(rates, 560, 380)),
            new Figure(
                "Training loss, a panel a rate",
                "All panels have the same axes. A curve that leaves the frame has diverged.",
                panels.stream().map(panel -> renderer.svg(panel, 560, 380)).toList()),
            Figure.of("All trials", "Twelve curves in one plot.", many.svg(all, 560, 440)),
            Figure.of(
                "Test loss by warm-up and rate",
                "Dark is good.",
                renderer.svg(SampleHeatMaps.warmups(), 560, 440)),
            new Figure(
                "Size of the gradients' coordinates",
                "All panels have the same colours.",
                SampleHeatMaps.histograms().stream()
                    .map(map -> renderer.svg(map, 560, 420))
                    .toList())),
        settings(),
        "spark-jobs/compare-optimizers --data higgs.parquet --solvers radam,adam,sgd:momentum=0.9"
            + " --learning-rates 0.01,0.03,0.1,0.3 --seeds 1,2 --epochs 3 --out out/higgs",
        "spark-radam 0.1.0 · Spark 4.1.0 · 2025-06-01 12:00 UTC");
  }

  public static List<Plot> panels() {
    List<Plot> panels = new ArrayList<>();
    for (double rate : RATES) {
      panels.add(
          Plot.of(
              "learning rate " + ReadableNumber.significant(rate),
              Axis.linear("step"),
              Axis.linear("training loss (nats a row)"),
              IntStream.range(0, SOLVERS.size()).mapToObj(s -> curve(s, rate)).toList()));
    }
    return Plot.aligned(panels);
  }

  public static Plot sensitivity() {
    List<Series> series = new ArrayList<>();
    for (int s = 0; s < SOLVERS.size(); s++) {
      int solver = s;
      double[] mean = IntStream.range(0, 4).mapToDouble(r -> end(solver, RATES[r])).toArray();
      double[] low = IntStream.range(0, 4).mapToDouble(r -> mean[r] - 0.006 * (r + 1)).toArray();
      double[] high = IntStream.range(0, 4).mapToDouble(r -> mean[r] + 0.006 * (r + 1)).toArray();
      series.add(Series.banded(SOLVERS.get(s), RATES, mean, low, high));
    }
    return Plot.of("", Axis.log("learning rate"), Axis.linear("test loss (nats a row)"), series)
        .withReferences(List.of(new Plot.ReferenceLine("L-BFGS optimum", 0.452)));
  }

  public static Plot everything() {
    List<Series> series = new ArrayList<>();
    for (int s = 0; s < SOLVERS.size(); s++) {
      for (double rate : RATES) {
        Series curve = curve(s, rate);
        series.add(
            new Series(SOLVERS.get(s) + " " + ReadableNumber.significant(rate), curve.points()));
      }
    }
    return Plot.of("", Axis.linear("step"), Axis.log("training loss (nats a row)"), series);
  }

  private static double end(int solver, double rate) {
    return diverges(solver, rate)
        ? 4.2e6
        : 0.46 + 0.01 * solver + 0.02 * (1 + solver) * Math.pow(Math.log10(rate / 0.08), 2);
  }

  private static boolean diverges(int solver, double rate) {
    return solver == 2 && rate == 0.3;
  }

  private static Series curve(int solver, double rate) {
    Random noise = new Random(solver * 100L + Math.round(rate * 1000));
    double end = diverges(solver, rate) ? 0.5 : end(solver, rate);
    double[] x = IntStream.range(0, POINTS).mapToDouble(i -> 50.0 * i).toArray();
    double[] y = new double[POINTS];
    double[] low = new double[POINTS];
    double[] high = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      y[i] = end + (0.6931 - end) * Math.exp(-i * (6 + rate * 60) / POINTS);
      if (diverges(solver, rate) && i > 60) {
        y[i] = i > 120 ? Double.NaN : y[i] * Math.exp((i - 60) * 0.25);
      }
      y[i] += 0.003 * noise.nextGaussian() * Math.min(1, i / 10.0);
      low[i] = y[i] - 0.008 * (1 + solver);
      high[i] = y[i] + 0.008 * (1 + solver);
    }
    return Series.banded(SOLVERS.get(solver), x, y, low, high);
  }

  private static HtmlTable table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (int s = 0; s < SOLVERS.size(); s++) {
      for (double rate : RATES) {
        rows.add(row(s, rate));
      }
    }
    return new HtmlTable(
        "Results",
        "Mean of two seeds.",
        List.of("solver", "learning rate", "steps", "train loss", "test loss", "AUC", "seconds"),
        rows);
  }

  private static List<Cell> row(int solver, double rate) {
    Cell loss =
        diverges(solver, rate)
            ? Cell.text("diverged").marked(Cell.Mark.DIVERGED)
            : Cell.number(end(solver, rate));
    return List.of(
        Cell.text(SOLVERS.get(solver)),
        Cell.number(rate),
        Cell.number(10_000),
        loss,
        solver == 0 && rate == 0.1 ? loss.marked(Cell.Mark.BEST) : loss,
        Cell.number(diverges(solver, rate) ? Double.NaN : 0.8 - 0.1 * end(solver, rate)),
        Cell.number(12.3456));
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("data", "higgs.parquet (10,500,000 rows, 28 features, fingerprint 8f3a…)");
    settings.put("solvers", String.join(",", SOLVERS));
    settings.put("learning-rates", "0.01,0.03,0.1,0.3");
    settings.put("batch-size", "4096");
    settings.put("seeds", "1,2");
    return settings;
  }
}
