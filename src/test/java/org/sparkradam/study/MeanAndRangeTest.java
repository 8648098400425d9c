package org.sparkradam.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeanAndRangeTest {
  @Test
  void meanLeastAndGreatest() {
    assertThat(MeanAndRange.of(3, 1, 5)).isEqualTo(new MeanAndRange(3, 1, 5));
    assertThat(MeanAndRange.of(2)).isEqualTo(new MeanAndRange(2, 2, 2));
  }

  @Test
  void oneThatIsNoNumberMakesNone() {
    MeanAndRange none = new MeanAndRange(Double.NaN, Double.NaN, Double.NaN);
    assertThat(MeanAndRange.of(1, Double.NaN, 2)).isEqualTo(none);
    assertThat(MeanAndRange.of()).isEqualTo(none);
  }
}
