package org.sparkradam.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindingTest {
  @Test
  void aBoundFromAboveIsOnOursInTermsOfTheirs() {
    assertFinding(5, 4, Requirement.atMost(1.25), 1.25, "yes");
    assertFinding(5, 3.9, Requirement.atMost(1.25), 5 / 3.9, "no");
    assertThat(Requirement.atMost(1.25).text()).isEqualTo("≤ 1.25");
  }

  @Test
  void timesFasterIsTheirsInTermsOfOurs() {
    assertFinding(5, 60, Requirement.timesFaster(12), 12, "yes");
    assertFinding(5, 59, Requirement.timesFaster(12), 59.0 / 5, "no");
    assertThat(Requirement.timesFaster(12).text()).isEqualTo("≥ 12.0");
  }

  @Test
  void whatIsOnlyStatedIsNeitherMetNorMissed() {
    assertThat(Finding.stated("part", "ms", quantity(3)).met()).isEmpty();
    assertThat(Requirement.none().text()).isEmpty();
  }

  @Test
  void whatWasNotMeasuredIsNotMet() {
    assertFinding(Double.NaN, 4, Requirement.atMost(1.25), Double.NaN, "no");
  }

  @Test
  void sidesTakeTurnsAndWarmingUpDoesNotCount() {
    StringBuilder order = new StringBuilder();
    List<Timings> times =
        new Turns(1, 2)
            .of(
                List.of(
                    () -> new double[] {order.append('a').length(), 10},
                    () -> new double[] {order.append('b').length()}));
    assertThat(order).hasToString("ababab");
    assertThat(times.get(0).millis()).containsExactly(3.0, 10.0, 5.0, 10.0);
    assertThat(times.get(1).millis()).containsExactly(4.0, 6.0);
    assertThat(times.get(0).median()).isEqualTo(7.5);
    assertThat(times.get(0).mean()).isEqualTo(7);
  }

  private static void assertFinding(
      double ours, double theirs, Requirement asked, double ratio, String met) {
    Finding finding = Finding.times("part", quantity(ours), quantity(theirs), asked);
    assertThat(finding.ratio()).isCloseTo(ratio, within(1e-12));
    assertThat(finding.met()).isEqualTo(met);
  }

  private static Finding.Quantity quantity(double value) {
    return new Finding.Quantity("something", value);
  }
}
