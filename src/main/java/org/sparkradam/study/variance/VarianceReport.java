package org.sparkradam.study.variance;

import static org.sparkradam.report.text.ReadableNumber.significant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sparkradam.report.CsvTable;
import org.sparkradam.report.Figures;
import org.sparkradam.report.Part;
import org.sparkradam.report.Report;
import org.sparkradam.report.chart.Drawing;

/** What is told of a simulation. */
public final class VarianceReport implements Report {
  private final SimulationResult result;
  private final VariancePlots plots;
  private final VarianceTables tables;
  private final VarianceWords words;

  public VarianceReport(SimulationResult result) {
    this.result = result;
    this.plots = new VariancePlots(result);
    this.tables = new VarianceTables(result);
    this.words = new VarianceWords(result);
  }

  @Override
  public String title(String table) {
    return "Does the rectifier even out the variance of the adaptive rate?";
  }

  @Override
  public String question() {
    SimulationSpec spec = result.spec();
    return String.format(
        Locale.ROOT,
        "Adam divides each gradient by a running root mean square of the gradients so far. After"
            + " few gradients that divisor is a guess, so the rate l_t = √((1-β2^t) / v_t) scatters"
            + " from run to run; RAdam multiplies it by r_t, which is to keep the scatter even."
            + " Does it, and is the formula for r_t right? Simulated: %,d runs of %,d gradients"
            + " with β2 = %s, drawn around each mean μ with variance 1 (%s distribution).",
        spec.trajectories(),
        spec.steps(),
        spec.beta2(),
        spec.noise().name());
  }

  @Override
  public List<String> answers() {
    List<String> answers = new ArrayList<>(List.of(words.evenness(), words.formula()));
    if (!(result.spec().noise() instanceof GradientNoise.Normal)) {
      answers.add("The formulas are for normal gradients; these are not normal.");
    }
    return answers;
  }

  @Override
  public List<Part> parts(Figures figures) {
    return List.of(
        figures.of(
            "The variance against the step",
            "Left without r_t, right with it, on the same logarithmic axes (the paper's figure 9)."
                + " The bands are 95 %, from t = 9, where the fourth moment of l² exists; before t ="
                + " 3 l_t has no variance, and r_t begins where ρ_t exceeds 4. All means share the"
                + " same noise, so small ones lie on one another.",
            plots.rates()),
        tables.means(),
        figures.of("The formulas against the simulation", words.predictions(), plots.predictions()),
        tables.predictions(),
        figures.of("A check: independent gradients", words.independent(), plots.independent()),
        figures.of(
            "Exact and first-order variance",
            "Left both (the paper's figure 8), right by what share the first order is too large. On the"
                + " left they look alike; they are within 10 %% from ρ = %s and within 1 %% from ρ = %s."
                    .formatted(
                        significant(Approximation.closeFrom(0.1)),
                        significant(Approximation.closeFrom(0.01))),
            VariancePlots.exactAndFirstOrder(),
            VariancePlots.excess()),
        tables.approximation());
  }

  @Override
  public Map<String, CsvTable> tables() {
    return tables.files();
  }

  @Override
  public Map<String, Drawing> pictures() {
    Map<String, Drawing> all = new LinkedHashMap<>();
    all.put("exact-and-first-order", VariancePlots.exactAndFirstOrder());
    all.put("first-order-excess", VariancePlots.excess());
    all.put("adaptive-rate", plots.rates().get(0));
    all.put("rectified-rate", plots.rates().get(1));
    all.put("predictions", plots.predictions());
    all.put("independent-gradients", plots.independent());
    return all;
  }

  @Override
  public int height() {
    return 400;
  }

  /** A line a mean, and where the formulas miss. */
  @Override
  public List<String> console() {
    List<String> lines = new ArrayList<>(tables.console());
    lines.add(words.evenness());
    lines.add(words.formula());
    lines.add(String.format(Locale.ROOT, "simulated in %.1f s", result.seconds()));
    return lines;
  }
}
