package org.sparkradam.study.variance;

import static org.sparkradam.report.ReadableNumber.significant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sparkradam.report.Figure;
import org.sparkradam.report.HtmlPage;
import org.sparkradam.report.Plot;
import org.sparkradam.report.PlotRenderer;
import org.sparkradam.report.RunDescription;

/** The study as a page to read. */
final class VariancePage {
  private static final int WIDTH = 560;
  private static final int HEIGHT = 400;

  private final SimulationResult result;
  private final VariancePlots plots;
  private final PlotRenderer renderer;
  private final RunDescription run;
  private final VarianceWords words;

  VariancePage(
      SimulationResult result, VariancePlots plots, PlotRenderer renderer, RunDescription run) {
    this.result = result;
    this.plots = plots;
    this.renderer = renderer;
    this.run = run;
    this.words = new VarianceWords(result);
  }

  HtmlPage page() {
    VarianceHtmlTables tables = new VarianceHtmlTables(result);
    return new HtmlPage(
        "Does the rectifier even out the variance of the adaptive rate?",
        lead(),
        answers(),
        List.of(
            rates(),
            tables.means(),
            predictions(),
            tables.predictions(),
            independent(),
            approximation(),
            tables.approximation()),
        run.settings(),
        run.command(),
        run.footer());
  }

  private String lead() {
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

  private List<String> answers() {
    List<String> answers = new ArrayList<>(List.of(words.evenness(), words.formula()));
    if (!(result.spec().noise() instanceof GradientNoise.Normal)) {
      answers.add("The formulas are for normal gradients; these are not normal.");
    }
    return answers;
  }

  private Figure rates() {
    return figure(
        "The variance against the step",
        "Left without r_t, right with it, on the same logarithmic axes (the paper's figure 9). The"
            + " bands are 95 %, from t = 9, where the fourth moment of l² exists; before t = 3 l_t"
            + " has no variance, and r_t begins where ρ_t exceeds 4. All means share the same"
            + " noise, so small ones lie on one another.",
        plots.rates());
  }

  private Figure predictions() {
    return figure(
        "The formulas against the simulation", words.predictions(), List.of(plots.predictions()));
  }

  private Figure independent() {
    return figure(
        "A check: independent gradients", words.independent(), List.of(plots.independent()));
  }

  private Figure approximation() {
    return figure(
        "Exact and first-order variance",
        "Left both (the paper's figure 8), right by what share the first order is too large. On the"
            + " left they look alike; they are within 10 %% from ρ = %s and within 1 %% from ρ = %s."
                .formatted(
                    significant(Approximation.closeFrom(0.1)),
                    significant(Approximation.closeFrom(0.01))),
        List.of(ApproximationPlots.exactAndFirstOrder(), ApproximationPlots.excess()));
  }

  private Figure figure(String heading, String caption, List<Plot> pictures) {
    return new Figure(
        heading,
        caption,
        pictures.stream().map(plot -> renderer.svg(plot, WIDTH, HEIGHT)).toList());
  }
}
