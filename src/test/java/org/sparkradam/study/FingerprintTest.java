package org.sparkradam.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.regression.LabeledPoint;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  @Test
  void doesNotDependOnOrderAndPartitions() {
    double[] rows = IntStream.range(0, 100).asDoubleStream().toArray();
    double[] reversed = IntStream.range(0, 100).mapToDouble(i -> 99 - i).toArray();
    assertThat(fingerprint(1, rows)).matches("[0-9a-f]{16}").isEqualTo(fingerprint(5, reversed));
  }

  @Test
  void differsWithContentAndNumberOfRows() {
    List<String> different =
        List.of(
            fingerprint(1, 1, 2, 3),
            fingerprint(1, 1, 2, 4),
            fingerprint(1, 1, 2),
            fingerprint(1, 1, 2, 3, 3),
            fingerprint(1, 1, 2, 3, 3, 3));
    assertThat(different).doesNotHaveDuplicates();
  }

  /** Rows that are there twice must not cancel each other out. */
  @Test
  void differsWhereEqualRowsComeInPairs() {
    assertThat(fingerprint(1, 1, 1, 5)).isNotEqualTo(fingerprint(1, 2, 2, 5));
  }

  private static String fingerprint(int partitions, double... values) {
    List<LabeledPoint> rows =
        Arrays.stream(values)
            .mapToObj(value -> new LabeledPoint(value % 2, Vectors.dense(value, 1)))
            .toList();
    return Fingerprint.of(Samples.table(rows, partitions));
  }
}
