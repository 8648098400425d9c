package org.sparkradam.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkradam.block.Minibatch;
import org.sparkradam.block.RowRange;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.loss.LinearLoss;
import org.sparkradam.loss.Logistic;
import org.sparkradam.loss.Term;
import org.sparkradam.loss.kernel.PortableKernel;

/** How much the driver takes before executors sum subtrees. */
class AggregationPlanTest {
  /** A gradient of 800 bytes. */
  private static final VectorSize DENSE = new VectorSize(100, 100);

  private static final int ROWS = 10;

  /** 16 chunks, 3 trials: 38,400 bytes for the driver, 2,400 in the end. */
  @ParameterizedTest
  @CsvSource({
    "153600, 0",
    "153599, 1",
    "76800, 1",
    "76799, 2",
    "38399, 3",
    "19199, 4",
    "9599, 4",
    "2400, 4"
  })
  void theDriverTakesAQuarterOfTheLimitIfTheTreeLeavesSoLittle(long limit, int height) {
    assertThat(heights(Aggregation.automatic(), DENSE, limit, IntStream.range(0, 16).toArray()))
        .isEqualTo(height == 0 ? List.of() : List.of(height));
  }

  @Test
  void refusesWhatDoesNotFitEvenAsOneSum() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> heights(Aggregation.automatic(), DENSE, 2399, 0, 1, 2))
        .withMessageContaining("spark.driver.maxResultSize");
  }

  @ParameterizedTest
  @CsvSource({"1, ''", "2, 3", "3, '2 3'", "4, '2 3 4'", "5, '1 2 3 4'", "9, '1 2 3 4'"})
  void aDepthLeavesTheSameShareAtEveryLevel(int depth, String heights) {
    assertThat(
            heights(
                Aggregation.ofDepth(depth),
                DENSE,
                Long.MAX_VALUE,
                IntStream.range(0, 32).toArray()))
        .isEqualTo(
            Arrays.stream(heights.split(" "))
                .filter(height -> !height.isEmpty())
                .map(Integer::valueOf)
                .toList());
  }

  @Test
  void chunksFarApartMeetOnlyHighUp() {
    assertThat(heights(Aggregation.ofDepth(2), DENSE, Long.MAX_VALUE, 0, 1 << 20, 1 << 21))
        .isEqualTo(List.of(21));
    assertThat(heights(Aggregation.automatic(), DENSE, 2400, 0, Integer.MAX_VALUE))
        .isEqualTo(List.of(31));
  }

  /** Of 1,000,000 weights 10 rows touch 50: 600 bytes a partial, 1,200 of two. */
  @ParameterizedTest
  @CsvSource({"28800, 0", "28799, 1"})
  void gradientsThatTouchFewWeightsTakeFewBytes(long limit, int height) {
    assertThat(heights(Aggregation.automatic(), new VectorSize(1_000_000, 5), limit, 0, 1, 4, 5))
        .isEqualTo(height == 0 ? List.of() : List.of(3));
  }

  @Test
  void aRowTouchesTheWeightsOfItsFeaturesAndThoseOfNone() {
    try (ShuffledBlocks dense = Tables.classes(60);
        ShuffledBlocks sparse = Tables.wide(60, 1000)) {
      VectorSize ofDense =
          VectorSize.of(dense, new LinearLoss(new Logistic(), Tables.FEATURES, Term.FITTED));
      assertThat(ofDense.bytes(1)).isEqualTo(8 * (Tables.FEATURES + 1));
      VectorSize ofSparse =
          VectorSize.of(sparse, new LinearLoss(new Logistic(), 1000, Term.FITTED));
      assertThat(ofSparse.touchedPerRow()).isBetween(19.0, 21.0);
      assertThat(ofSparse.bytes(1)).isBetween(12L * 19, 12L * 21);
      assertThat(ofSparse.bytes(60)).isEqualTo(8 * 1001);
      assertThat(ofSparse.bytes(0)).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void refusesADepthBelow1(int depth) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Aggregation.ofDepth(depth))
        .withMessage("aggregationDepth must be at least 1, but was %d", depth);
  }

  private static List<Integer> heights(
      Aggregation aggregation, VectorSize size, long limit, int... chunks) {
    List<Minibatch.Slice> slices =
        IntStream.of(chunks)
            .mapToObj(chunk -> new Minibatch.Slice(chunk, List.of(new RowRange(0, ROWS))))
            .toList();
    GroupWork group = new GroupWork(new double[3][1], new Minibatch(0, 0, slices));
    StepJob.Work work =
        new StepJob.Work(
            new LinearLoss(new Logistic(), 1, Term.ABSENT), new PortableKernel(), List.of(group));
    return new AggregationPlan(aggregation, size, limit).heights(work, chunks);
  }
}
