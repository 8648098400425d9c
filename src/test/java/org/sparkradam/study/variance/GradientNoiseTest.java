package org.sparkradam.study.variance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkradam.table.column.BadInputException;

class GradientNoiseTest {
  @Test
  void normalDrawsAreNormal() {
    assertDrawnFrom(new NormalDistribution(), draws(GradientNoise.NORMAL));
  }

  @Test
  void studentDrawsAreStudentsOfVarianceOne() {
    double[] draws = draws(GradientNoise.parse("student3"));
    double[] unscaled = Arrays.stream(draws).map(draw -> draw * Math.sqrt(3)).toArray();
    assertDrawnFrom(new TDistribution(3), unscaled);
    double variance =
        Arrays.stream(draws(GradientNoise.parse("student9"))).map(x -> x * x).average().orElse(0);
    assertThat(variance).isCloseTo(1, within(0.06));
  }

  @Test
  void namesComeBack() {
    assertThat(GradientNoise.parse("student3").name()).isEqualTo("student3");
    assertThat(GradientNoise.parse("student2.5").name()).isEqualTo("student2.5");
    assertThat(GradientNoise.parse("normal")).isSameAs(GradientNoise.NORMAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cauchy", "student", "student2", "student-3", "studentNaN", ""})
  void refusesWhatItDoesNotKnowOrHasNoVariance(String name) {
    assertThatThrownBy(() -> GradientNoise.parse(name))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("distribution " + name);
  }

  private static double[] draws(GradientNoise noise) {
    SplittableRandom random = Trajectory.Stream.of(1, 2);
    return DoubleStream.generate(() -> noise.draw(random)).limit(5000).toArray();
  }

  private static void assertDrawnFrom(RealDistribution distribution, double[] draws) {
    double pValue = new KolmogorovSmirnovTest().kolmogorovSmirnovTest(distribution, draws);
    assertThat(pValue).isGreaterThan(0.01);
  }
}
