package org.sparkradam.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sparkradam.report.chart.Axis;
import org.sparkradam.report.chart.Palette;
import org.sparkradam.report.chart.Plot;
import org.sparkradam.report.chart.PlotRenderer;
import org.sparkradam.report.chart.Series;

class HtmlPageTest {
  private static final String HOSTILE =
      "<img src=x onerror=alert(1)> \"quoted\" 'single' & ]]> {{title}} {{{title}}} ünï \u0000\u0007";

  @Test
  void holdsAllItsParts() {
    String html = SampleReport.page().toHtml();
    assertThat(html)
        .contains("<h1>Which optimizer for HIGGS?</h1>")
        .contains("RAdam at 0.1 reached the lowest test loss")
        .contains("<td class=\"number best\">")
        .contains("<td class=\"number diverged\">diverged</td>")
        .contains("<th scope=\"row\">batch-size</th><td>4096</td>")
        .contains("<pre>spark-jobs/compare-optimizers")
        .contains("spark-radam 0.1.0");
    assertThat(html.split("<svg ", -1)).hasSize(10);
    assertThat(html.split("<table>", -1)).hasSize(3);
  }

  @Test
  void loadsNothingAndRunsNothing() {
    String html = SampleReport.page().toHtml().replaceAll("xmlns(:\\w+)?='[^']*'", "");
    assertThat(html)
        .contains("default-src 'none'; style-src 'unsafe-inline'; img-src data:")
        .doesNotContain("http:", "https:", "//", " src=", "@import", "<script", "<iframe")
        .doesNotContainPattern("url\\((?!#)")
        .doesNotContainPattern("href=[\"'](?!data:,|#)");
  }

  @Test
  void escapesHostileTextWhereverItComes() {
    HtmlTable table =
        new HtmlTable(HOSTILE, HOSTILE, List.of(HOSTILE), List.of(List.of(Cell.text(HOSTILE))));
    Plot plot =
        Plot.of(
            HOSTILE,
            Axis.linear(HOSTILE),
            Axis.linear(HOSTILE),
            List.of(Series.line(HOSTILE, new double[] {1, 2}, new double[] {1, 2})));
    Figure figure =
        Figure.of(
            HOSTILE, HOSTILE, new PlotRenderer(Palette.of(List.of(plot))).svg(plot, 560, 380));
    String html =
        new HtmlPage(
                HOSTILE,
                HOSTILE,
                List.of(HOSTILE),
                List.of(table, figure),
                Map.of(HOSTILE, HOSTILE),
                HOSTILE,
                HOSTILE)
            .toHtml();
    assertThat(html)
        .doesNotContain("<img", "\u0000", "\u0007", "]]>")
        .contains("&lt;img src&#x3D;x onerror&#x3D;alert(1)&gt;")
        .contains("{{title}} {{{title}}} ünï \uFFFD\uFFFD");
  }

  @Test
  void leavesOutWhatIsEmpty() {
    String html = new HtmlPage("t", "", List.of(), List.of(), Map.of(), "", "").toHtml();
    assertThat(html).doesNotContain("<ul", "<pre", "<details", "<section", "<p");
  }

  @Test
  void tellsWhatIsNullFromWhatIsText() {
    HtmlTable table = new HtmlTable("h", null, List.of("c"), List.of(List.of(Cell.text(null))));
    String html = new HtmlPage("t", null, List.of(), List.of(table), Map.of(), null, null).toHtml();
    assertThat(html).contains("<td class=\"text none\"></td>").doesNotContain("null");
  }
}
