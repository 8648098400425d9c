package org.sparkradam.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MinibatchPlanTest {
  static Stream<PlanCase> cases() {
    return Stream.concat(
        PlanCase.random(100),
        Stream.of(
            PlanCase.of(1, 1, 2, 3, 1, 4),
            PlanCase.of(2, 7, 1, 50),
            PlanCase.of(3, 8, 3, 0, 20, 0, 0, 11),
            PlanCase.of(4, 32, 2, 8, 8, 8, 8),
            PlanCase.of(5, 1000, 2, 8, 0, 9),
            PlanCase.of(6, Long.MAX_VALUE, Integer.MAX_VALUE, 5, 6),
            PlanCase.of(7, 10, Integer.MAX_VALUE, 5, 6, 0, 40)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyEpochVisitsEveryRowOnce(PlanCase plan) {
    for (long epoch : new long[] {0, 1, 1_000_003}) {
      assertThat(plan.visited(epoch).cardinality()).isEqualTo(plan.rows());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyMinibatchButAnEpochsLastHasItsSize(PlanCase plan) {
    List<Minibatch> epoch = plan.epoch(2);
    long size = Math.min(plan.batchSize(), plan.rows());
    long rest = plan.rows() - size * (epoch.size() - 1);
    assertThat(rest).isBetween(1L, size);
    assertThat(epoch.subList(0, epoch.size() - 1)).allMatch(batch -> batch.rows() == size);
    assertThat(epoch.get(epoch.size() - 1).rows()).isEqualTo(rest);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void slicesAreByChunkAndNeverEmpty(PlanCase plan) {
    for (Minibatch minibatch : plan.epoch(1)) {
      assertThat(minibatch.epoch()).isEqualTo(1);
      assertThat(minibatch.chunks()).isSorted().doesNotHaveDuplicates();
      assertThat(minibatch.slices())
          .allSatisfy(slice -> assertThat(slice.ranges()).hasSizeBetween(1, 2))
          .flatMap(Minibatch.Slice::ranges)
          .allMatch(range -> range.rows() > 0);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatAStepReadsDoesNotDependOnTheStepsAskedForBefore(PlanCase plan) {
    MinibatchPlan shared = plan.plan();
    List<Long> steps = LongStream.range(0, 3 * shared.stepsPerEpoch()).boxed().toList();
    List<Minibatch> forward = steps.stream().map(shared::at).toList();
    List<Minibatch> backward =
        IntStream.range(0, steps.size())
            .mapToObj(i -> plan.plan().at(steps.get(steps.size() - 1 - i)))
            .toList();
    List<Minibatch> reversed = new ArrayList<>(backward);
    Collections.reverse(reversed);
    assertThat(forward).isEqualTo(reversed);
  }

  @Test
  void theOrderChangesWithEpochAndSeed() {
    PlanCase plan = PlanCase.of(1, 64, 3, 100, 100, 100, 100, 100, 100, 100, 100);
    Set<List<Integer>> orders = new HashSet<>();
    for (long epoch = 0; epoch < 20; epoch++) {
      orders.add(order(plan, epoch));
      orders.add(order(new PlanCase(2, plan.chunkRows(), 64, 3), epoch));
    }
    assertThat(orders.size()).isEqualTo(40);
  }

  @Test
  void rowsMeetOtherRowsInTheNextEpochEvenInOneChunk() {
    PlanCase plan = PlanCase.of(3, 10, 2, 100);
    assertThat(plan.read(plan.plan().at(0))).isNotEqualTo(plan.read(plan.plan().at(10)));
  }

  @Test
  void aFullBatchReadsAllRowsInChunkOrderEachStep() {
    MinibatchPlan plan = PlanCase.of(1, 12, 2, 5, 0, 7).plan();
    List<Minibatch.Slice> everything =
        List.of(
            new Minibatch.Slice(0, List.of(new RowRange(0, 5))),
            new Minibatch.Slice(2, List.of(new RowRange(0, 7))));
    assertThat(plan.stepsPerEpoch()).isEqualTo(1);
    assertThat(plan.at(0)).isEqualTo(new Minibatch(0, 0, everything));
    assertThat(plan.at(9)).isEqualTo(new Minibatch(9, 9, everything));
  }

  @Test
  void aStepReadsOnlyItsGroup() {
    int[] sizes = new int[400];
    Arrays.fill(sizes, 1000);
    MinibatchPlan plan = new MinibatchPlan(1, sizes, 500, 4);
    for (long step = 0; step < plan.stepsPerEpoch(); step++) {
      assertThat(plan.at(step).slices())
          .hasSize(4)
          .allMatch(slice -> slice.rows() == 125, "an even share");
    }
  }

  @Test
  void whatCannotBePlannedIsRefused() {
    MinibatchPlan plan = PlanCase.of(1, 1, 1, 3).plan();
    assertThatIllegalArgumentException().isThrownBy(() -> plan.at(-1)).withMessageContaining("-1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlanCase.of(1, 1, 1, 0, 0).plan())
        .withMessage("the number of rows must be at least 1, but was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlanCase.of(1, 0, 1, 3).plan())
        .withMessageContaining("batchSize");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlanCase.of(1, 1, 0, 3).plan())
        .withMessageContaining("chunksPerStep");
  }

  @Test
  void asManyChunksSideBySideAsTheWorkIsWorth() {
    assertThat(MinibatchPlan.defaultChunksPerStep(1024, 28, 100)).isEqualTo(2);
    assertThat(MinibatchPlan.defaultChunksPerStep(100_000, 28, 100)).isEqualTo(6);
    assertThat(MinibatchPlan.defaultChunksPerStep(100_000, 28, 5)).isEqualTo(5);
    assertThat(MinibatchPlan.defaultChunksPerStep(Long.MAX_VALUE, 1e6, 7)).isEqualTo(7);
    assertThat(MinibatchPlan.defaultChunksPerStep(1, 0, 1)).isEqualTo(1);
  }

  private static List<Integer> order(PlanCase plan, long epoch) {
    return plan.epoch(epoch).stream()
        .flatMapToInt(minibatch -> IntStream.of(plan.read(minibatch)))
        .boxed()
        .toList();
  }
}
