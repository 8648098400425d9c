package org.sparkradam.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkradam.report.Json;
import org.sparkradam.report.chart.Palette;
import org.sparkradam.report.chart.PlotRenderer;

/** Every number that is told of any few rows is one, or is told not to be defined. */
class MeasuresTest {
  private static final String NO_NUMBER = "NaN|nfinity|∞|-0(\\.0+)?(?![.\\d])";

  static LongStream seeds() {
    return LongStream.range(0, 24);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void ofAnyTable(long seed) throws IOException {
    ScoredTable table = ScoredTable.random(seed);
    Measures measures = table.measures();
    assertMetrics(measures.metrics(), new ExpectedMetrics(table).all());
    assertWritten(measures.metrics());
    assertThat(measures.answer()).doesNotContainPattern(NO_NUMBER).doesNotContain(" not defined %");
    assertThat(measures.tables().toString()).doesNotContainPattern(NO_NUMBER);
    measures.pictures().forEach(MeasuresTest::assertDrawn);
  }

  private static void assertMetrics(Map<String, Measured> metrics, Map<String, Double> expected) {
    assertThat(metrics).containsKeys(expected.keySet().toArray(String[]::new));
    expected.forEach(
        (name, value) -> {
          Measured one = metrics.get(name);
          assertThat(one.isDefined()).as("%s is defined", name).isEqualTo(Double.isFinite(value));
          if (one.isDefined()) {
            assertThat(one.value()).as(name).isEqualTo(value, within(1e-9));
          }
        });
  }

  private static void assertWritten(Map<String, Measured> metrics) throws IOException {
    String console = String.join("\n", Measured.console(metrics));
    JsonNode json = new ObjectMapper().readTree(Json.pretty(metrics));
    assertThat(console).doesNotContainPattern(NO_NUMBER);
    metrics.forEach(
        (name, one) -> {
          assertThat(one.isDefined()).isEqualTo(Double.isFinite(one.value()));
          assertThat(json.get(name).isNumber()).isEqualTo(one.isDefined());
          assertThat(json.get(name).isNull()).isNotEqualTo(one.isDefined());
          assertThat(line(console, name).endsWith("not defined")).isNotEqualTo(one.isDefined());
          assertThat(console).contains(one.reason());
        });
  }

  private static String line(String console, String name) {
    return console.lines().filter(line -> line.startsWith(name + " ")).findFirst().orElseThrow();
  }

  private static void assertDrawn(Measures.Picture picture) {
    picture
        .plot()
        .series()
        .forEach(
            series ->
                assertThat(series.points())
                    .as(picture.file())
                    .isNotEmpty()
                    .allMatch(point -> Double.isFinite(point.x()) && Double.isFinite(point.y())));
    assertThat(new PlotRenderer(Palette.of(List.of(picture.plot()))).svg(picture.plot(), 560, 360))
        .doesNotContainPattern("NaN|nfinity|∞");
  }
}
