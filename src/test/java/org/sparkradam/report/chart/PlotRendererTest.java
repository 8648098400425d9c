package org.sparkradam.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkradam.report.SampleReport;
import org.w3c.dom.Element;

class PlotRendererTest {
  @Test
  void drawsImagesOfTheSizeAskedFor() throws Exception {
    Plot plot = SampleReport.sensitivity();
    byte[] png = renderer(plot).png(plot, 1200, 800);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(1200);
    assertThat(image.getHeight()).isEqualTo(800);
    assertThat(image.getRGB(0, 0)).isEqualTo(0xFFFFFFFF);
  }

  @Test
  void svgTakesTheWidthThereIs() throws Exception {
    Plot plot = SampleReport.sensitivity();
    String svg = renderer(plot).svg(plot, 560, 380);
    Element root = SvgText.parse(svg);
    assertThat(svg).startsWith("<svg ");
    assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 560 380");
    assertThat(root.getAttribute("width")).isEqualTo("100%");
    assertThat(root.getAttribute("height")).isEmpty();
    assertThat(root.getAttribute("role")).isEqualTo("img");
    assertThat(root.getAttribute("aria-label")).contains("test loss", "learning rate", "radam");
  }

  @Test
  void namesAxesRatesAndReferencesInText() throws Exception {
    Plot plot = SampleReport.sensitivity();
    assertThat(SvgText.parse(renderer(plot).svg(plot, 560, 380)).getTextContent())
        .contains("learning rate", "test loss (nats a row)", "radam", "L-BFGS optimum")
        .contains("0.01", "0.03", "0.1", "0.3");
  }

  @Test
  void idsOfTwoPlotsDiffer() {
    List<Plot> panels = SampleReport.panels();
    PlotRenderer renderer = new PlotRenderer(Palette.of(panels));
    String one = renderer.svg(panels.get(0), 560, 380);
    String two = renderer.svg(panels.get(1), 560, 380);
    assertThat(SvgText.ids(one)).isNotEmpty().doesNotContainAnyElementsOf(SvgText.ids(two));
    assertThat(renderer.svg(panels.get(0), 560, 380)).isEqualTo(one);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror='alert(1)'>",
        "' onload='alert(1)",
        "\" onload=\"alert(1)",
        "a & b ]]> &amp; <!-- -->",
        "{{title}} ünï 🎈 \u202E",
        "",
        "a very long name that goes on and on and on and on and on and on and on and on and on"
      })
  void hostileNamesAreText(String name) throws Exception {
    Plot plot = named(name);
    String svg = renderer(plot).svg(plot, 560, 380);
    assertThat(svg).doesNotContain("<script", "<img");
    assertThat(SvgText.parse(svg).getAttribute("onload")).isEmpty();
    assertThat(renderer(plot).png(plot, 300, 200)).isNotEmpty();
  }

  @Test
  void charactersThatXmlForbidsAreReplaced() throws Exception {
    Plot plot = named("a\u0000b\u001Bc\uD800d\uFFFEe");
    assertThat(SvgText.parse(renderer(plot).svg(plot, 560, 380)).getTextContent())
        .contains("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe");
  }

  @Test
  void drawsWhateverTheDataAre() throws Exception {
    double[] x = {Double.NaN, 0, 1, 2, 3, 4, Double.POSITIVE_INFINITY};
    double[] y = {1, 1e300, Double.NaN, Double.NEGATIVE_INFINITY, -1e-300, 0, 2};
    List<Series> series =
        List.of(
            Series.banded("banded", x, y, y, y),
            Series.line("none", new double[0], new double[0]),
            Series.line("none", new double[] {1}, new double[] {1}));
    List<Axis> axes = List.of(Axis.linear("v"), Axis.log("v"));
    for (Axis horizontal : axes) {
      for (Axis vertical : axes) {
        Plot plot =
            new Plot(
                "t",
                horizontal,
                vertical,
                series,
                List.of(new Plot.ReferenceLine("r", Double.NaN)));
        SvgText.parse(renderer(plot).svg(plot, 560, 380));
        assertThat(renderer(plot).png(plot, 300, 200)).isNotEmpty();
      }
    }
  }

  @Test
  void aMarkerUnderThePointerShowsItsValues() throws Exception {
    Plot plot = SampleReport.sensitivity();
    assertThat(SvgText.of(SvgText.parse(renderer(plot).svg(plot, 560, 380)), "title"))
        .hasSize(11)
        .contains(
            "radam\nlearning rate: 0.01\ntest loss (nats a row): 0.4763 (from 0.4703 to 0.4823)");
  }

  @Test
  void aMarkerWithoutABandNamesNone() throws Exception {
    Plot plot = named("n");
    assertThat(SvgText.of(SvgText.parse(renderer(plot).svg(plot, 560, 380)), "title"))
        .containsExactly("n\nn: 1\nn: 3", "n\nn: 2\nn: 2", "n\nn: 3\nn: 1");
  }

  @Test
  void aCurveThatLeavesTheFrameIsNotDrawnForMiles() {
    Plot plot = SampleReport.sensitivity();
    assertThat(renderer(plot).svg(plot, 560, 380)).doesNotContainPattern("-\\d{5}");
  }

  @Test
  void aLegendThatWouldLeaveNoRoomIsLeftOut() throws Exception {
    assertThat(text(many(12, "a name of some length, such as settings make, ")))
        .contains("make, 11");
    assertThat(text(many(24, "short "))).contains("short 23");
    assertThat(text(many(40, "a name of some length, such as settings make, ")))
        .contains("40 curves, too many to name")
        .doesNotContain("make, 11");
  }

  private static String text(Plot plot) throws Exception {
    Element svg = SvgText.parse(renderer(plot).svg(plot, 560, 380));
    return String.join("\n", SvgText.of(svg, "text"));
  }

  private static Plot many(int count, String name) {
    return Plot.of(
        "",
        Axis.linear("x"),
        Axis.linear("y"),
        IntStream.range(0, count)
            .mapToObj(i -> Series.line(name + i, new double[] {0, 1}, new double[] {i, 1}))
            .toList());
  }

  @Test
  void refusesASeriesWithoutAStyle() {
    assertThatThrownBy(() -> new PlotRenderer(new Palette(List.of())).png(named("x"), 300, 200))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the palette has no series x");
  }

  private static Plot named(String name) {
    Series series = Series.line(name, new double[] {1, 2, 3}, new double[] {3, 2, 1});
    return Plot.of(name, Axis.log(name), Axis.linear(name), List.of(series))
        .withReferences(List.of(new Plot.ReferenceLine(name, 1)));
  }

  private static PlotRenderer renderer(Plot plot) {
    return new PlotRenderer(Palette.of(List.of(plot)));
  }
}
