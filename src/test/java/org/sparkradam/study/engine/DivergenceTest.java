package org.sparkradam.study.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkradam.study.engine.MllibEngine.Divergence;

class DivergenceTest {
  @Test
  void fallingLossConverges() {
    assertThat(Divergence.of(new double[] {1, 0.5, 0.2})).isEmpty();
    assertThat(Divergence.of(new double[0])).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void lossThatIsNotFiniteDiverges(double loss) {
    assertThat(Divergence.of(new double[] {1, 1, loss, 1})).hasValue("loss not finite at step 3");
  }

  @Test
  void lossThatStaysHighDiverges() {
    assertThat(Divergence.of(oneThen(25, 1000)))
        .hasValue("loss above 10 times the initial one at step 21");
  }

  @Test
  void aShortBurstIsForgiven() {
    double[] burst = oneThen(10, 30);
    assertThat(Divergence.of(DoubleStream.concat(Arrays.stream(burst), ones(300)).toArray()))
        .isEmpty();
    assertThat(Divergence.of(oneThen(40, 30))).isPresent();
  }

  @Test
  void aSingleOutlierIsSmoothedAway() {
    double[] losses = new double[100];
    Arrays.fill(losses, 1);
    losses[50] = 80;
    assertThat(Divergence.of(losses)).isEmpty();
  }

  @Test
  void weightsTellWhereThereIsNoLoss() {
    RecordingUpdater.RecordedWeights start =
        new RecordingUpdater.RecordedWeights(0, 0, new double[] {0, 0});
    assertThat(Divergence.of(List.of(start))).isEmpty();
    assertThat(
            Divergence.of(
                List.of(
                    start,
                    new RecordingUpdater.RecordedWeights(7, 1, new double[] {0, Double.NaN}))))
        .hasValue("weights not finite at step 7");
  }

  private static double[] oneThen(int count, double loss) {
    double[] losses = new double[count + 1];
    Arrays.fill(losses, loss);
    losses[0] = 1;
    return losses;
  }

  private static DoubleStream ones(int count) {
    return DoubleStream.generate(() -> 1).limit(count);
  }
}
