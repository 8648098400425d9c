package org.sparkradam.study.variance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sparkradam.testing.LocalSpark;

class SimulationTest {
  private static final SimulationSpec SPEC =
      new SimulationSpec(3020, 300, List.of(0.0, 1.0), 0.99, GradientNoise.NORMAL, 7);
  private static final List<String> PROGRESS = new ArrayList<>();

  private static SimulationResult result;

  @BeforeAll
  static void simulate() {
    result =
        new Simulation(LocalSpark.context(), 2, (where, share) -> PROGRESS.add(where)).run(SPEC);
  }

  @Test
  void theBitsDependOnNeitherPartitionsNorExecutors() {
    SimulationResult other =
        new Simulation(LocalSpark.context(), 8, (where, share) -> {}).run(SPEC);
    assertThat(other.curves()).isEqualTo(result.curves());
    assertThat(other.independent()).isEqualTo(result.independent());
  }

  @Test
  void anotherSeedHasOtherNoise() {
    SimulationSpec other = new SimulationSpec(100, 20, SPEC.means(), SPEC.beta2(), SPEC.noise(), 8);
    SimulationSpec same = new SimulationSpec(100, 20, SPEC.means(), SPEC.beta2(), SPEC.noise(), 7);
    assertThat(run(other).curves()).isNotEqualTo(run(same).curves());
  }

  @Test
  void independentGradientsVaryAsTheExactFormulaSays() {
    assertThat(result.independent())
        .filteredOn(StepVariance::hasBand)
        .hasSizeGreaterThan(90)
        .allSatisfy(
            point ->
                assertThat(Math.abs(point.simulated().deviation(point.exactIndependent())))
                    .as("ρ = %d", point.step())
                    .isLessThan(4));
  }

  @Test
  void theExponentialAverageVariesAsTheKishSizeSaysAndNotAsTheSmaLengthDoes() {
    StepVariance point = at(result.zeroMean(), 200);
    assertThat(Math.abs(point.simulated().deviation(point.predicted().exactKish()))).isLessThan(3);
    assertThat(point.simulated().deviation(point.predicted().exactSma())).isGreaterThan(3);
  }

  @Test
  void isWhatADirectSimulationOfOneTrajectoryGives() {
    // 100 trajectories are two blocks; their mean rate, from the definition of l_t.
    SimulationSpec spec = new SimulationSpec(100, 10, List.of(2.0), 0.9, SPEC.noise(), 3);
    double[] rates = new double[100];
    for (int i = 0; i < 100; i++) {
      var random = Trajectory.Stream.of(3, i);
      double weighted = 0;
      for (int t = 1; t <= 10; t++) {
        double gradient = 2 + random.nextGaussian();
        weighted += 0.1 * Math.pow(0.9, 10 - t) * gradient * gradient;
      }
      rates[i] = Math.sqrt((1 - Math.pow(0.9, 10)) / weighted);
    }
    double expected = VarianceEstimate.of(CentralMoments.of(rates)).variance();
    SimulationResult simulated = run(spec);
    assertThat(spec.means()).containsExactly(0.0, 2.0);
    assertThat(at(simulated.curves().get(1), 10).simulated().variance())
        .isCloseTo(expected, within(1e-12 * expected));
  }

  @Test
  void theRectifierEvensTheVarianceOut() {
    double early = at(result.zeroMean(), 10).simulated().variance();
    double late = at(result.zeroMean(), 300).simulated().variance();
    assertThat(early / late).isGreaterThan(15);
    double earlyRectified = at(result.zeroMean(), 10).rectified().variance();
    double lateRectified = at(result.zeroMean(), 300).rectified().variance();
    assertThat(earlyRectified / lateRectified).isBetween(0.5, 1.5);
  }

  @Test
  void bandsBeginWhereTheyMeanSomething() {
    assertThat(at(result.zeroMean(), 5).simulated().standardError()).isNaN();
    assertThat(at(result.zeroMean(), 10).simulated().standardError()).isPositive();
    assertThat(at(result.zeroMean(), 2).predicted().exactSma()).isNaN();
  }

  /** None of the first steps has one. */
  @Test
  void withoutBandsThereIsNoLargestDeviation() {
    List<StepVariance> early =
        result.zeroMean().stream().filter(point -> !point.hasBand()).toList();
    assertThat(VarianceWords.FormulaMisses.of(early, point -> 1).largest()).isNaN();
  }

  @Test
  void saysHowFarItIs() {
    assertThat(PROGRESS)
        .hasSize(8)
        .startsWith("simulated 0 of 3,020 trajectories", "simulated 400 of 3,020 trajectories");
  }

  @Test
  void recordsRoundStepsAndTheLast() {
    int[] steps = Simulation.RecordedSteps.upTo(6000);
    assertThat(steps).isSorted().startsWith(1, 2, 3).contains(1000, 2000, 5000).endsWith(6000);
    assertThat(steps).doesNotHaveDuplicates().hasSizeBetween(195, 215);
    assertThat(Simulation.RecordedSteps.upTo(Integer.MAX_VALUE))
        .isSorted()
        .endsWith(Integer.MAX_VALUE);
  }

  private static SimulationResult run(SimulationSpec spec) {
    return new Simulation(LocalSpark.context(), 2, (where, share) -> {}).run(spec);
  }

  private static StepVariance at(List<StepVariance> curve, int step) {
    return curve.stream().filter(point -> point.step() == step).findFirst().orElseThrow();
  }
}
