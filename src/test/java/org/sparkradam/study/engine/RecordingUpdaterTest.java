package org.sparkradam.study.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.junit.jupiter.api.Test;
import org.sparkradam.mllib.SgdUpdater;
import org.sparkradam.study.ComparisonSpec;

/** Called as MLlib's gradient descent calls it: a probe, then a step for every gradient. */
class RecordingUpdaterTest {
  private static final ComparisonSpec.RunLimits NO_LIMIT =
      new ComparisonSpec.RunLimits(100, Double.POSITIVE_INFINITY);

  private final List<Long> steps = new ArrayList<>();

  @Test
  void keepsTheWeightsOfThePlannedSteps() {
    RecordingUpdater updater = updater(NO_LIMIT);
    run(updater, 1, 1, 1, 1);
    // MLlib divides the rate by the root of the iteration.
    assertThat(updater.snapshots())
        .extracting(RecordingUpdater.RecordedWeights::step)
        .containsExactly(0L, 1L, 3L);
    assertThat(updater.snapshots().get(0).weights()).containsExactly(0.0);
    assertThat(updater.snapshots().get(1).weights()).containsExactly(-1.0);
    assertThat(steps).containsExactly(0L, 1L, 2L, 3L, 4L);
  }

  @Test
  void theFinalWeightsAreKeptWhereverTheRunEnds() {
    RecordingUpdater updater = updater(NO_LIMIT);
    Vector last = run(updater, 1, 1);
    updater.finish(last);
    assertThat(updater.snapshots())
        .extracting(RecordingUpdater.RecordedWeights::step)
        .containsExactly(0L, 1L, 2L);
    assertThat(updater.snapshots().get(2).weights()).isEqualTo(last.toArray());
  }

  @Test
  void aPlannedEndIsKeptOnce() {
    RecordingUpdater updater = updater(NO_LIMIT);
    updater.finish(run(updater, 1, 1, 1));
    assertThat(updater.snapshots())
        .extracting(RecordingUpdater.RecordedWeights::step)
        .containsExactly(0L, 1L, 3L);
  }

  @Test
  void secondsNeverFall() {
    RecordingUpdater updater = updater(NO_LIMIT);
    run(updater, 1, 1, 1);
    assertThat(updater.snapshots())
        .isSortedAccordingTo((a, b) -> Double.compare(a.seconds(), b.seconds()))
        .allSatisfy(snapshot -> assertThat(snapshot.seconds()).isBetween(0.0, 60.0));
  }

  @Test
  void stopsAtWeightsThatAreNotFinite() {
    RecordingUpdater updater = updater(NO_LIMIT);
    assertThatThrownBy(() -> run(updater, 1, Double.NaN, 1))
        .isInstanceOf(RecordingUpdater.TrainingStopped.class);
    assertThat(updater.snapshots())
        .extracting(RecordingUpdater.RecordedWeights::step)
        .containsExactly(0L, 1L, 2L);
    assertThat(steps).containsExactly(0L, 1L);
  }

  @Test
  void stopsWhenTheTimeIsOver() {
    RecordingUpdater updater = updater(new ComparisonSpec.RunLimits(100, 1e-9));
    assertThatThrownBy(() -> run(updater, 1, 1, 1))
        .isInstanceOf(RecordingUpdater.TrainingStopped.class);
    assertThat(updater.snapshots()).isNotEmpty();
  }

  private RecordingUpdater updater(ComparisonSpec.RunLimits limits) {
    return new RecordingUpdater(new SgdUpdater(), Set.of(0L, 1L, 3L), limits, steps::add);
  }

  private static Vector run(RecordingUpdater updater, double... gradients) {
    Vector weights = Vectors.dense(0);
    updater.compute(weights, Vectors.dense(0), 0, 1, 0);
    for (int i = 0; i < gradients.length; i++) {
      weights = updater.compute(weights, Vectors.dense(gradients[i]), 1, i + 1, 0)._1();
    }
    return weights;
  }
}
