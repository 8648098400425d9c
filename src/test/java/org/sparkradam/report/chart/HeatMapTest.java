package org.sparkradam.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeatMapTest {
  private static final ColorScale LOSS = ColorScale.linear("loss", ColorScale.Darkest.LOWEST);

  @Test
  void coloursReachFromTheLowestToTheHighestValue() {
    assertThat(row(LOSS, 0.5, 0.4, 0.8).limits()).isEqualTo(new Limits(0.4, 0.8));
  }

  @Test
  void aDivergedTrialDoesNotFlattenTheOthers() {
    HeatMap map = row(LOSS, 0.5, 4.2e6, 0.4, Double.NaN, 0.8, Double.POSITIVE_INFINITY, 0.45);
    assertThat(map.limits()).isEqualTo(new Limits(0.4, 0.8));
  }

  @Test
  void onALogScaleNothingIsFarAndZeroHasNoColour() {
    HeatMap map =
        row(ColorScale.log("share", ColorScale.Darkest.HIGHEST), 0, 1e-9, 0.5, 0.4, 0.3, 0.35);
    assertThat(map.limits().low()).isCloseTo(1e-9, within(1e-15));
    assertThat(map.limits().high()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void valuesThatAreAlikeLieInTheMiddle() {
    assertThat(row(LOSS, 2, 2).limits()).isEqualTo(new Limits(1.8, 2.2));
    assertThat(row(LOSS, 0, 0).limits()).isEqualTo(new Limits(-0.5, 0.5));
  }

  @Test
  void panelsShareTheirColours() {
    List<HeatMap> panels = HeatMap.aligned(List.of(row(LOSS, 0.5, 0.6), row(LOSS, 0.7, 0.4)));
    assertThat(panels).extracting(HeatMap::limits).containsOnly(new Limits(0.4, 0.7));
    assertThat(HeatMap.aligned(List.of())).isEmpty();
  }

  @Test
  void keepsTheLimitsThatItIsGiven() {
    Limits given = new Limits(0, 1);
    assertThat(row(LOSS.within(given), 0.5, 7).limits()).isEqualTo(given);
  }

  @Test
  void refusesNamesForOtherRowsThanItHas() {
    GridAxis two = GridAxis.of("x", List.of("a", "b"));
    GridAxis one = GridAxis.of("y", List.of("a"));
    List<List<Double>> values = List.of(List.of(1.0, 2.0));
    assertThatThrownBy(() -> new HeatMap("", two, two, values, LOSS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 rows of values for 2 names");
    assertThatThrownBy(() -> new HeatMap("", one, one, values, LOSS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 columns of values for 1 names");
    assertThatThrownBy(() -> two.withTicks(List.of("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 ticks for 2 columns or rows");
    assertThatThrownBy(() -> GridAxis.of("x", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static HeatMap row(ColorScale colors, double... values) {
    List<String> names = Arrays.stream(values).mapToObj(String::valueOf).toList();
    return new HeatMap(
        "",
        GridAxis.of("x", names),
        GridAxis.of("y", List.of("row")),
        List.of(Arrays.stream(values).boxed().toList()),
        colors);
  }
}
