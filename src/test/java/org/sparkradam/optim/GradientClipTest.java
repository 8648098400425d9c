package org.sparkradam.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientClipTest {
  @ParameterizedTest
  @ValueSource(doubles = {1e-290, 1e-160, 1, 1e150, 4e307})
  void normIsRightAtAnySize(double size) {
    double[] clipped = clipped(GradientClip.byNorm(size), 3 * size, -4 * size);
    assertThat(clipped[0] / size).isEqualTo(0.6, within(1e-14));
    assertThat(clipped[1] / size).isEqualTo(-0.8, within(1e-14));
    assertThat(clipped(GradientClip.byNorm(4), 3e-300, 4e-300)).containsExactly(3e-300, 4e-300);
  }

  @Test
  void normMayExceedTheLargestDouble() {
    double[] gradient = new double[1000];
    Arrays.fill(gradient, Double.MAX_VALUE);
    double[] clipped = clipped(GradientClip.byNorm(1), gradient);
    assertThat(clipped[999]).isEqualTo(1 / Math.sqrt(1000), within(1e-12));
  }

  @Test
  void aShortGradientIsLeftAlone() {
    assertThat(clipped(GradientClip.byNorm(5), 3, -4)).containsExactly(3, -4);
    assertThat(clipped(GradientClip.byNorm(5), 0, 0)).containsExactly(0, 0);
    assertThat(clipped(GradientClip.none(), 1e300, -4)).containsExactly(1e300, -4);
  }

  @Test
  void byValueBoundsEachCoordinate() {
    assertThat(clipped(GradientClip.byValue(2), 3, -4, 1, -2)).containsExactly(2, -2, 1, -2);
  }

  @Test
  void whatIsNotFiniteIsNotHidden() {
    assertThat(clipped(GradientClip.byNorm(1), Double.NaN, 1)[0]).isNaN();
    assertThat(clipped(GradientClip.byValue(1), Double.NaN, 1)[0]).isNaN();
    assertThat(clipped(GradientClip.byNorm(1), Double.POSITIVE_INFINITY, 1)[0])
        .matches(value -> !Double.isFinite(value));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesBadBounds(double bad) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GradientClip.byNorm(bad))
        .withMessage("maxNorm must be above 0 and finite, but was " + bad);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GradientClip.byValue(bad))
        .withMessage("bound must be above 0 and finite, but was " + bad);
  }

  /** What plain gradient descent at rate 1 moves by. */
  private static double[] clipped(GradientClip clip, double... gradient) {
    Optimizer optimizer = Optimizer.of(Sgd.defaults(), 1).withClip(clip);
    double[] weights = new double[gradient.length];
    optimizer.step(optimizer.start(gradient.length), weights, gradient);
    return Arrays.stream(weights).map(weight -> 0 - weight).toArray();
  }
}
