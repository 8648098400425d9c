package org.sparkradam.table.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkradam.table.column.BadInputException;

class SyntheticSpecTest {
  private static final SyntheticSpec SPEC = Tables.BINARY;

  @Test
  void refusesSizesOutOfRange() {
    refuses(() -> SPEC.withRows(0), "--rows 0");
    refuses(() -> SPEC.withRows(-5), "--rows -5");
    refuses(() -> SPEC.withRows(Long.MAX_VALUE), "--rows");
    refuses(() -> SPEC.withColumns(-1, 1), "--numeric -1");
    refuses(() -> SPEC.withColumns(1, 101), "--categorical 101");
    refuses(() -> SPEC.withColumns(0, 0), "--numeric 0: must be 1 or more");
    refuses(() -> SPEC.withPartitions(-1), "--partitions -1");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.5, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesBadFractions(double fraction) {
    refuses(() -> SPEC.withDrift(fraction), "--drift");
    refuses(() -> SPEC.withMissing(fraction), "--missing");
    refuses(() -> new Target.Classes(2, fraction, 0), "--rare-fraction");
    refuses(() -> new Target.Classes(2, 0.1, fraction), "--label-noise");
  }

  @Test
  void refusesNoiseThatLeavesNothingToLearn() {
    refuses(() -> new Target.Classes(2, 0.1, 0.5), "--label-noise 0.5");
    assertThat(new Target.Classes(5, 0.1, 0.5).labelNoise()).isEqualTo(0.5);
  }

  @Test
  void refusesBadTargets() {
    refuses(() -> new Target.Classes(1, 0.1, 0), "--classes 1");
    refuses(() -> new Target.Classes(101, 0.1, 0), "--classes 101");
    refuses(() -> new Target.Regression(0), "regression noise");
    refuses(() -> new Target.Regression(Double.NaN), "regression noise");
  }

  @Test
  void choosesAsManyFilesAsTheRowsNeed() {
    assertThat(SPEC.withRows(1).files()).isEqualTo(1);
    assertThat(SPEC.withRows(10_000_000).files()).isEqualTo(40);
    assertThat(SPEC.withRows(3).withPartitions(7).files()).isEqualTo(3);
    assertThat(SPEC.withRows(100_000_000_000L).files()).isEqualTo(400_000);
  }

  private static void refuses(ThrowingCallable call, String beginning) {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.getMessage()).startsWith(beginning))
        .satisfies(e -> assertThat(List.of(e.getMessage().split("\n"))).hasSize(1));
  }
}
