package org.sparkradam.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void meanLeastAndGreatest() {
    assertThat(Spread.of(3, 1, 5)).isEqualTo(new Spread(3, 1, 5));
    assertThat(Spread.of(2)).isEqualTo(new Spread(2, 2, 2));
  }

  @Test
  void oneThatIsNoNumberMakesNone() {
    Spread none = new Spread(Double.NaN, Double.NaN, Double.NaN);
    assertThat(Spread.of(1, Double.NaN, 2)).isEqualTo(none);
    assertThat(Spread.of()).isEqualTo(none);
  }
}
