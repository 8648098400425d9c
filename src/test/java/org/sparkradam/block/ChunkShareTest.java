package org.sparkradam.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChunkShareTest {
  private static final List<String> HERE = List.of("executor_a_1");
  private static final List<String> THERE = List.of("executor_b_2");

  @Test
  void fewChunksHaveATaskEach() {
    int[] chunks = {3, 8, 9, 40};
    List<ChunkShare> shares = ChunkShare.of(chunks, Collections.nCopies(4, HERE), 2);
    assertThat(shares).extracting(share -> share.chunks()[0]).containsExactly(3, 8, 9, 40);
    assertThat(shares).extracting(ChunkShare::index).containsExactly(0, 1, 2, 3);
    assertThat(shares).allMatch(share -> share.locations().equals(HERE));
  }

  @Test
  void manyChunksHaveTwoTasksACore() {
    int[] chunks = IntStream.range(0, 37).toArray();
    List<ChunkShare> shares = ChunkShare.of(chunks, Collections.nCopies(37, HERE), 2);
    assertThat(shares).hasSize(4);
    assertThat(shares).allMatch(share -> share.chunks().length >= 9 && share.chunks().length <= 10);
    assertThat(shares.stream().flatMapToInt(share -> IntStream.of(share.chunks())))
        .containsExactlyElementsOf(IntStream.range(0, 37).boxed().toList());
  }

  @Test
  void aTaskHasChunksOfOnePlace() {
    int[] chunks = IntStream.range(0, 40).toArray();
    List<List<String>> places =
        IntStream.range(0, 40).mapToObj(i -> i % 4 == 0 ? THERE : HERE).toList();
    List<ChunkShare> shares = ChunkShare.of(chunks, places, 2);
    for (ChunkShare share : shares) {
      assertThat(IntStream.of(share.chunks()).mapToObj(places::get))
          .containsOnly(share.locations());
    }
    assertThat(shares.stream().flatMapToInt(share -> IntStream.of(share.chunks())))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 40).boxed().toList());
    assertThat(shares).hasSize(4);
  }
}
