package org.sparkradam.study.warmup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sparkradam.report.CsvTable;
import org.sparkradam.report.Figures;
import org.sparkradam.report.Part;
import org.sparkradam.report.Report;
import org.sparkradam.report.chart.Drawing;
import org.sparkradam.study.TrialOutcome;
import org.sparkradam.study.paired.DifferenceTables;
import org.sparkradam.study.report.TrialTables;

/** What is told of a comparison of warm-ups. */
public final class WarmupReport implements Report {
  private final WarmupResult result;
  private final WarmupPlots plots;
  private final WarmupTables tables;
  private final TrialTables trials;

  public WarmupReport(WarmupResult result) {
    this.result = result;
    this.plots = new WarmupPlots(result);
    this.tables = new WarmupTables(result);
    this.trials = new TrialTables(result.comparison());
  }

  @Override
  public String title(String table) {
    return "Which warm-up does Adam need on " + table + ", if any?";
  }

  @Override
  public String question() {
    return "Adam is often started with small steps for a while, and somebody has to choose how long."
        + " RAdam and the untuned warm-ups (Ma & Yarats 2019) do without that choice; which of them"
        + " is to be taken, and what would tuning gain? "
        + result.comparison().setting()
        + absent();
  }

  /** The default list loses it in short runs, which a reader ought to know. */
  private String absent() {
    long steps = result.comparison().spec().limits().steps();
    return steps > 2000
            || result.rules().stream().anyMatch(rule -> rule.name().startsWith("adam-2k"))
        ? ""
        : " Adam-2k is not among them: its 2000 steps without movement would be the whole run.";
  }

  @Override
  public List<String> answers() {
    List<String> answers = new ArrayList<>(new WarmupWords(result).answers());
    List<TrialOutcome> all = result.comparison().outcomes();
    long diverged = all.stream().filter(TrialOutcome::diverged).count();
    if (diverged > 0) {
      answers.add(diverged + " of " + all.size() + " trials diverged.");
    }
    return answers;
  }

  @Override
  public List<Part> parts(Figures figures) {
    List<Part> parts = new ArrayList<>();
    parts.add(
        figures.of(
            "Rules and learning rates",
            "The mean over seeds at the end of training; dark is good. A rule that forgives a wrong"
                + " rate has a long dark row. A warm-up longer than the run was not over at its"
                + " end.",
            List.copyOf(plots.heatMaps().values())));
    parts.add(tables.rules());
    new RuleComparisonTable(result.recommendation()).table().ifPresent(parts::add);
    parts.add(
        figures.of(
            "%s minus other rules".formatted(result.rAdam().name()),
            "Adam and its warm-ups; any other rules where there are none of these. At each rate the mean over pairs of one seed, and its 95 % interval by bootstrap over"
                + " seeds. Where a band keeps off 0, the difference is more than the seeds explain;"
                + " no point where a trial of either diverged.",
            List.copyOf(plots.differences().values())));
    parts.add(tables.differences(result.metric()));
    parts.add(tables.differences(result.loss()));
    parts.add(trials.rates());
    return parts;
  }

  @Override
  public Map<String, CsvTable> tables() {
    Map<String, CsvTable> files = new LinkedHashMap<>(trials.files());
    files.put("rules", tables.file());
    files.put("differences", DifferenceTables.csv(result.differences()));
    return files;
  }

  @Override
  public Map<String, Drawing> pictures() {
    Map<String, Drawing> all = new LinkedHashMap<>(plots.heatMaps());
    all.putAll(plots.differences());
    return all;
  }

  @Override
  public int height() {
    return 440;
  }

  @Override
  public Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put(
        "recommended", result.recommendation().rules().stream().map(WarmupRule::name).toList());
    facts.put("decidedBy", result.recommendation().basis().title());
    return facts;
  }

  /** A line a rule, and the answers. */
  @Override
  public List<String> console() {
    return Stream.concat(tables.console().stream(), new WarmupWords(result).answers().stream())
        .toList();
  }
}
