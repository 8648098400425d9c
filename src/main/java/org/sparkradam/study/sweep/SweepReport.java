package org.sparkradam.study.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparkradam.report.CsvTable;
import org.sparkradam.report.Figures;
import org.sparkradam.report.Part;
import org.sparkradam.report.Report;
import org.sparkradam.report.chart.Drawing;
import org.sparkradam.report.chart.Plot;
import org.sparkradam.study.paired.DifferenceTables;
import org.sparkradam.study.paired.Quality;
import org.sparkradam.study.paired.RateDifference;
import org.sparkradam.study.paired.RatePlots;
import org.sparkradam.study.report.TrialTables;

/** What is told of a sweep. */
public final class SweepReport implements Report {
  private final SweepResult result;
  private final Quality metric;
  private final Quality loss;
  private final RatePlots plots;
  private final TrialTables trials;

  public SweepReport(SweepResult result) {
    this.result = result;
    this.metric = result.qualities().get(0);
    this.loss = result.qualities().get(1);
    this.plots = new RatePlots(result.comparison());
    this.trials = new TrialTables(result.comparison());
  }

  @Override
  public String title(String table) {
    return "How much does the learning rate matter on " + table + "?";
  }

  @Override
  public String question() {
    return "A good learning rate is found by trying. Is there a solver with which one may be wrong"
        + " about it? "
        + result.comparison().setting();
  }

  @Override
  public List<String> answers() {
    List<String> answers = new ArrayList<>();
    answers.add(SweepWords.ranges(result.ranges(metric)));
    answers.add(SweepWords.differences(result.differences(metric).get(0)));
    result.alone().map(SweepWords::alone).ifPresent(answers::add);
    return answers;
  }

  @Override
  public List<Part> parts(Figures figures) {
    List<List<RateDifference>> differences = result.differences(metric);
    return List.of(
        figures.of(
            "Result against learning rate",
            "Mean over seeds at the end of training, the band from the lowest to the highest seed."
                + " The flatter and wider, the less the rate matters. A rate at which a trial"
                + " diverged has no point.",
            plots.quality(metric),
            plots.quality(loss)),
        SweepTables.rangeTable(result),
        figures.of(
            differences.get(0).get(0).solver().name() + " minus the others",
            "At each rate, paired by seed: the mean and its 95 % interval by bootstrap over seeds."
                + " Where the band keeps off 0, the difference is more than the seeds explain.",
            difference(metric),
            difference(loss)),
        DifferenceTables.html(
            "The differences",
            "In %s; lowest and highest are the ends of the 95 %% interval."
                .formatted(metric.title()),
            differences.stream().flatMap(List::stream).toList()),
        trials.rates(),
        trials.trials());
  }

  private Plot difference(Quality quality) {
    return plots.differences(result.differences(quality));
  }

  @Override
  public Map<String, CsvTable> tables() {
    Map<String, CsvTable> tables = new LinkedHashMap<>(trials.files());
    tables.put("ranges", SweepTables.ranges(result));
    tables.put(
        "differences",
        DifferenceTables.csv(
            result.qualities().stream()
                .flatMap(quality -> result.differences(quality).stream())
                .flatMap(List::stream)
                .toList()));
    return tables;
  }

  @Override
  public Map<String, Drawing> pictures() {
    Map<String, Drawing> all = new LinkedHashMap<>();
    all.put("metric-by-learning-rate", plots.quality(metric));
    all.put("loss-by-learning-rate", plots.quality(loss));
    all.put("metric-difference", difference(metric));
    all.put("loss-difference", difference(loss));
    return all;
  }

  @Override
  public int height() {
    return 400;
  }

  @Override
  public Map<String, Object> facts() {
    return result.alone().<Map<String, Object>>map(one -> Map.of("oneByOne", one)).orElse(Map.of());
  }

  /** A line a solver, and where the first beats the others. */
  @Override
  public List<String> console() {
    List<String> lines = new ArrayList<>(SweepTables.console(result, metric));
    result.differences(metric).forEach(one -> lines.add(SweepWords.differences(one)));
    result.alone().map(SweepWords::alone).ifPresent(lines::add);
    return lines;
  }
}
