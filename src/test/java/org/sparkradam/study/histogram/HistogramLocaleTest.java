package org.sparkradam.study.histogram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sparkradam.report.HeatMap;
import org.sparkradam.report.Palette;
import org.sparkradam.report.PlotRenderer;
import org.sparkradam.report.RunDescription;

/** Numbers are alike where a comma stands before decimals and a point between thousands. */
class HistogramLocaleTest {
  private static final HistogramResult RESULT =
      RecordedTrials.result(17, Map.of("adam", 1.25, "radam", 0.3));

  private final Locale before = Locale.getDefault();

  @BeforeEach
  void inGermany() {
    Locale.setDefault(Locale.GERMANY);
  }

  @AfterEach
  void back() {
    Locale.setDefault(before);
  }

  @Test
  void console() {
    assertThat(HistogramConsole.of(RESULT))
        .contains("moves 1.25 decades down with adam", "trained in 1.5 s");
  }

  @Test
  void page() {
    assertThat(html())
        .contains("on 12,000 training rows", "left out: 0.0 % at step 1", "1.25 decades down")
        .contains("0.0 to 0.2");
  }

  private static String html() {
    List<HeatMap> maps = new HistogramHeatMaps(RESULT).all();
    HistogramPlots plots = new HistogramPlots(RESULT);
    PlotRenderer renderer = new PlotRenderer(Palette.of(List.of(plots.distance(), plots.loss())));
    RunDescription run = RunDescription.of("table", Map.of(), "command", "footer");
    return new HistogramPage(RESULT, maps, plots, renderer, run).page().toHtml();
  }
}
