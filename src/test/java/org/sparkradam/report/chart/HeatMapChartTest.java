package org.sparkradam.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkradam.report.chart.ColorScale.Viridis;
import org.w3c.dom.Element;

class HeatMapChartTest {
  private static final PlotRenderer RENDERER = new PlotRenderer(new Palette(List.of()));

  @Test
  void namesRowsColumnsValuesAndColours() throws Exception {
    Element svg = parse(SampleHeatMaps.warmups());
    assertThat(svg.getAttribute("aria-label"))
        .isEqualTo("–: test loss (nats a row) by warm-up and learning rate");
    assertThat(texts(svg))
        .contains("warm-up", "learning rate", "test loss (nats a row)")
        .contains("RAdam", "untuned exponential", "0.0003", "0.4565");
  }

  @Test
  void aCellUnderThePointerIsNamed() throws Exception {
    assertThat(titles(parse(SampleHeatMaps.warmups())))
        .hasSize(63)
        .contains("RAdam · 0.03: 0.452", "none · 0.3: 4200000", "none · 1: diverged");
  }

  @Test
  void saysWhereTheEndOfTheColoursStandsForMore() throws Exception {
    HeatMap map = SampleHeatMaps.warmups();
    assertThat(texts(parse(map))).contains("0.452", "≥ 0.7123");
    HeatMap narrow =
        new HeatMap("", map.x(), map.y(), map.values(), map.colors().within(new Limits(0.5, 5e6)));
    assertThat(texts(parse(narrow))).contains("≤ 0.5", "5000000");
  }

  @Test
  void aValueFarOffIsWrittenAsItsMagnitudeWhereItDoesNotFit() throws Exception {
    assertThat(texts(parse(SampleHeatMaps.warmups()))).containsAnyOf("4200000", "4e+06");
  }

  @Test
  void theLegendNamesCrossedCellsWhereThereAreAny() throws Exception {
    assertThat(texts(parse(SampleHeatMaps.warmups()))).contains("diverged");
    assertThat(texts(parse(filled(3, 4, 1.5)))).doesNotContain("no value");
    assertThat(texts(parse(filled(3, 4, Double.NaN)))).contains("no value");
  }

  @Test
  void manyCellsAreNotWrittenOn() throws Exception {
    assertThat(texts(parse(filled(10, 15, 7.25)))).contains("7.25");
    assertThat(texts(parse(filled(10, 16, 7.25)))).doesNotContain("7.25");
  }

  @Test
  void blankCellsAreNotDrawn() throws Exception {
    int drawn = titles(parse(SampleHeatMaps.histograms().get(0))).size();
    assertThat(drawn).isBetween(1000, 2000);
    HeatMap blank = SampleHeatMaps.histograms().get(0);
    List<List<Double>> none =
        Collections.nCopies(
            72, new ArrayList<>(Collections.nCopies(blank.x().names().size(), null)));
    HeatMap empty = new HeatMap("", blank.x(), blank.y(), none, blank.colors());
    assertThat(titles(parse(empty))).isEmpty();
  }

  @Test
  void aLargeGridStaysSmall() {
    String svg = RENDERER.svg(filled(60, 80, 0.123456789), 560, 420);
    assertThat(svg.length()).isLessThan(450_000);
    assertThat(svg).doesNotContain("<title>");
    assertThat(RENDERER.svg(SampleHeatMaps.histograms().get(0), 560, 420).length())
        .isLessThan(400_000);
  }

  @Test
  void theFirstRowIsOnTop() throws Exception {
    HeatMap map =
        new HeatMap(
            "",
            GridAxis.of("x", List.of("a")),
            GridAxis.of("y", List.of("top", "bottom")),
            List.of(List.of(0.0), List.of(1.0)),
            ColorScale.linear("v", ColorScale.Darkest.LOWEST));
    BufferedImage image = image(RENDERER.png(map, 560, 400));
    assertThat(image.getRGB(200, 30)).isEqualTo(Viridis.at(0).getRGB());
    assertThat(image.getRGB(200, 250)).isEqualTo(Viridis.at(1).getRGB());
  }

  @Test
  void cellsMeetInAnImage() throws Exception {
    BufferedImage image = image(RENDERER.png(filled(30, 47, 0.5), 1200, 900));
    int row = 300;
    long white = IntStream.range(300, 1100).filter(x -> image.getRGB(x, row) == 0xFFFFFFFF).count();
    assertThat(white).isZero();
  }

  @Test
  void idsOfTwoHeatMapsDiffer() {
    List<HeatMap> panels = SampleHeatMaps.histograms();
    String one = RENDERER.svg(panels.get(0), 560, 420);
    assertThat(SvgText.ids(one))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(SvgText.ids(RENDERER.svg(panels.get(1), 560, 420)));
    assertThat(RENDERER.svg(panels.get(0), 560, 420)).isEqualTo(one);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "' onload='alert(1)",
        "\" onload=\"alert(1)",
        "</title><img src=x onerror='alert(1)'> & ]]> &amp;",
        "a\u0000b\u001Bc\uD800d\uFFFEe",
        "",
        "a very long name that goes on and on and on and on and on and on and on and on and on"
      })
  void hostileNamesAreText(String name) throws Exception {
    GridAxis axis = GridAxis.of(name, List.of(name, name));
    List<List<Double>> values = List.of(List.of(1.0, Double.NaN), List.of(0.0, -1.0));
    ColorScale colors = ColorScale.linear(name, ColorScale.Darkest.LOWEST).withMissing(name);
    HeatMap map = new HeatMap(name, axis, axis, values, colors);
    assertThat(RENDERER.svg(map, 560, 420)).doesNotContain("<script", "<img", "\u0000");
    assertThat(parse(map).getAttribute("onload")).isEmpty();
    assertThat(RENDERER.png(map, 300, 200)).isNotEmpty();
  }

  @Test
  void drawsWhateverTheValuesAre() throws Exception {
    for (double value :
        new double[] {0, -1, 1e300, -1e300, 1e-299, Double.MIN_VALUE, Double.NEGATIVE_INFINITY}) {
      HeatMap linear = filled(2, 2, value);
      HeatMap log =
          new HeatMap(
              "",
              linear.x(),
              linear.y(),
              linear.values(),
              ColorScale.log("v", ColorScale.Darkest.HIGHEST));
      parse(linear);
      parse(log);
      assertThat(RENDERER.png(log, 300, 200)).isNotEmpty();
    }
  }

  private static HeatMap filled(int rows, int columns, double value) {
    return new HeatMap(
        "",
        axis(columns),
        axis(rows),
        Collections.nCopies(rows, Collections.nCopies(columns, value)),
        ColorScale.linear("v", ColorScale.Darkest.HIGHEST).within(new Limits(0, 10)));
  }

  private static GridAxis axis(int count) {
    return GridAxis.of("n", Collections.nCopies(count, "n"));
  }

  private static Element parse(HeatMap map) throws Exception {
    return SvgText.parse(RENDERER.svg(map, 560, 420));
  }

  private static List<String> texts(Element svg) {
    return SvgText.of(svg, "text");
  }

  private static List<String> titles(Element svg) {
    return SvgText.of(svg, "title");
  }

  private static BufferedImage image(byte[] png) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(png));
  }
}
