package org.sparkradam.block;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.junit.jupiter.api.Test;

class ActiveFeaturesTest {
  private static final double[] VALUES = {0, 3, -0.0, Double.NaN, 0, Double.NEGATIVE_INFINITY};

  @Test
  void zerosOfBothSignsAreLeftOutAndNothingElse() {
    assertActive(Vectors.dense(VALUES));
    assertActive(
        Vectors.sparse(6, new int[] {0, 1, 3, 5}, new double[] {0, 3, VALUES[3], VALUES[5]}));
  }

  @Test
  void aRowMayBeEmptyOrFull() {
    assertThat(ActiveFeatures.of(Vectors.dense(0, 0)))
        .isEqualTo(Vectors.sparse(2, new int[0], new double[0]));
    assertThat(ActiveFeatures.of(Vectors.dense(1, 2)).indices()).containsExactly(0, 1);
  }

  private static void assertActive(Vector vector) {
    SparseVector active = ActiveFeatures.of(vector);
    assertThat(active.size()).isEqualTo(6);
    assertThat(active.indices()).containsExactly(1, 3, 5);
    assertThat(active.values()).containsExactly(3, Double.NaN, Double.NEGATIVE_INFINITY);
  }
}
