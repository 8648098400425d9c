package org.sparkradam.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkGroupTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void rowsUsedSumToThePositionGrowOneByOneAndStayLevel(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] sizes = random.ints(random.nextInt(1, 12), 0, 60).toArray();
    ChunkGroup group = new ChunkGroup(IntStream.range(0, sizes.length).toArray(), sizes, seed);
    int[] before = new int[sizes.length];
    for (long position = 0; position <= group.rows(); position++) {
      int[] used = group.consumed(position);
      assertThat(IntStream.of(used).asLongStream().sum()).isEqualTo(position);
      requireOneRowOrNone(before, used, position);
      requireLevel(sizes, used);
      before = used;
    }
    assertThat(before).isEqualTo(sizes);
  }

  private static void requireOneRowOrNone(int[] before, int[] used, long position) {
    int[] steps = IntStream.range(0, used.length).map(i -> used[i] - before[i]).toArray();
    assertThat(IntStream.of(steps)).allMatch(step -> step == 0 || step == 1);
    assertThat(IntStream.of(steps).sum()).isEqualTo(position == 0 ? 0 : 1);
  }

  private static void requireLevel(int[] sizes, int[] used) {
    int[] open = IntStream.range(0, sizes.length).filter(i -> used[i] < sizes[i]).toArray();
    int lowest = IntStream.of(open).map(i -> used[i]).min().orElse(Integer.MAX_VALUE);
    assertThat(IntStream.of(used)).allMatch(count -> count <= (long) lowest + 1);
  }
}
