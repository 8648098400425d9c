package org.sparkradam.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import org.junit.jupiter.api.Test;
import org.sparkradam.report.chart.ColorScale.Viridis;

class HeatColorsTest {
  private static final Limits LIMITS = new Limits(1, 100);

  @Test
  void lightnessRisesEvenly() {
    double whole = lightness(Viridis.at(1)) - lightness(Viridis.at(0));
    for (int i = 0; i < 50; i++) {
      double step = lightness(Viridis.at((i + 1) / 50.0)) - lightness(Viridis.at(i / 50.0));
      assertThat(step).isBetween(0.3 * whole / 50, 2 * whole / 50);
    }
  }

  @Test
  void theDarkEndIsTheOneAskedFor() {
    HeatColors loss = new HeatColors(Scale.LINEAR, ColorScale.Darkest.LOWEST, LIMITS);
    HeatColors accuracy = new HeatColors(Scale.LINEAR, ColorScale.Darkest.HIGHEST, LIMITS);
    assertThat(loss.color(1)).isEqualTo(accuracy.color(100)).isEqualTo(Viridis.at(0));
    assertThat(loss.color(100)).isEqualTo(accuracy.color(1)).isEqualTo(Viridis.at(1));
  }

  @Test
  void valuesBeyondTheLimitsTakeTheColourOfTheEnd() {
    HeatColors colors = new HeatColors(Scale.LINEAR, ColorScale.Darkest.LOWEST, LIMITS);
    assertThat(colors.color(-5)).isEqualTo(colors.color(1));
    assertThat(colors.color(1e300)).isEqualTo(colors.color(100));
  }

  @Test
  void equalRatiosAreEqualStepsOnALogScale() {
    HeatColors colors = new HeatColors(Scale.LOG, ColorScale.Darkest.LOWEST, LIMITS);
    assertThat(colors.color(10)).isEqualTo(Viridis.at(0.5));
  }

  @Test
  void inkStandsOutFromEveryColour() {
    for (int i = 0; i <= 255; i++) {
      Color ground = Viridis.at(i / 255.0);
      assertThat(contrast(ground, HeatColors.ink(ground))).isGreaterThan(4.5);
    }
    assertThat(HeatColors.luminance(Color.WHITE)).isCloseTo(1, within(1e-12));
  }

  private static double contrast(Color one, Color other) {
    double a = HeatColors.luminance(one) + 0.05;
    double b = HeatColors.luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  /** CIE's L*, for luminances that are not close to black. */
  private static double lightness(Color color) {
    return 116 * Math.cbrt(HeatColors.luminance(color)) - 16;
  }
}
