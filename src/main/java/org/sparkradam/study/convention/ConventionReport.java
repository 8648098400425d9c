package org.sparkradam.study.convention;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparkradam.report.CsvTable;
import org.sparkradam.report.Figures;
import org.sparkradam.report.Part;
import org.sparkradam.report.Report;
import org.sparkradam.report.chart.Drawing;
import org.sparkradam.study.report.TrialTables;

/** What is told of a comparison of conventions. */
public record ConventionReport(ConventionResult result) implements Report {
  private static final int PANEL_HEIGHT = 300;

  @Override
  public String title(String table) {
    return "Which conventions matter on " + table + "?";
  }

  @Override
  public String question() {
    return "Libraries disagree on details of the same optimizer. Does it matter which one a user"
        + " takes? Each variant is compared with the solver that it adds one setting to. "
        + result.comparison().setting();
  }

  @Override
  public List<String> answers() {
    return List.of(ConventionWords.count(result), ConventionWords.greatest(result));
  }

  @Override
  public List<Part> parts(Figures figures) {
    TrialTables trials = new TrialTables(result.comparison());
    ConventionPlots plots = new ConventionPlots(result);
    return List.of(
        ConventionTables.verdicts(result),
        figures
            .ofHeight(PANEL_HEIGHT)
            .of(
                "Effect against learning rate",
                "Change of the mean test loss in percent, within its 95 % interval by bootstrap over"
                    + " seeds; below the line is better. One panel a setting, all on the same axes.",
                plots.effects()),
        figures.of(
            "Loss against learning rate",
            "Mean over seeds, the band from the lowest to the highest: how large the effects are"
                + " beside that of the rate.",
            plots.losses()),
        trials.rates(),
        trials.trials());
  }

  @Override
  public Map<String, CsvTable> tables() {
    Map<String, CsvTable> tables =
        new LinkedHashMap<>(new TrialTables(result.comparison()).files());
    tables.put("effects", ConventionTables.effects(result));
    return tables;
  }

  @Override
  public Map<String, Drawing> pictures() {
    return new ConventionPlots(result).all();
  }

  @Override
  public int height() {
    return 520;
  }

  @Override
  public int pictureHeight() {
    return 840;
  }

  /** A line a setting. */
  @Override
  public List<String> console() {
    List<String> lines = new ArrayList<>();
    lines.add("what each setting does to the test loss:");
    result
        .ablations()
        .forEach(ablation -> lines.add(ablation.title() + ": " + result.verdict(ablation)));
    lines.addAll(answers());
    return lines;
  }
}
