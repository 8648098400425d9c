package org.sparkradam.table.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NumericLawTest {
  private static final int DRAWS = 400_000;

  static List<NumericLaw> laws() {
    return List.of(
        new NumericLaw.Normal(-4, 2),
        new NumericLaw.LogNormal(1e6),
        new NumericLaw.Student(7, 3),
        new NumericLaw.Count(5));
  }

  @ParameterizedTest
  @MethodSource("laws")
  void meanAndDeviationAreThoseOfTheDraws(NumericLaw law) {
    double[] draws = draws(law);
    double mean = Arrays.stream(draws).average().orElseThrow();
    double variance = Arrays.stream(draws).map(x -> (x - mean) * (x - mean)).sum() / DRAWS;
    assertThat(mean).isCloseTo(law.mean(), withinPercentage(1));
    assertThat(Math.sqrt(variance)).isCloseTo(law.deviation(), withinPercentage(5));
  }

  @ParameterizedTest
  @MethodSource("laws")
  void tailsAreHeavyWhereTheyAreSaidToBe(NumericLaw law) {
    double far = law.mean() + 6 * law.deviation();
    long beyond = Arrays.stream(draws(law)).filter(x -> x > far).count();
    if (law.share() < 0.5) {
      assertThat(beyond).isGreaterThan(DRAWS / 2_000);
    } else {
      assertThat(beyond).isLessThan(DRAWS / 500);
    }
  }

  private static double[] draws(NumericLaw law) {
    RowRandom random = new RowRandom().restart(1, 0);
    return IntStream.range(0, DRAWS).mapToDouble(i -> law.draw(random)).toArray();
  }
}
