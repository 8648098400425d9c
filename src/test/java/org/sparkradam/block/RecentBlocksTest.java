package org.sparkradam.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecentBlocksTest {
  private static final String HOLDER = "holder";
  private static final int TOO_MANY = 10 + 2 * Runtime.getRuntime().availableProcessors();

  private final List<Integer> read = new ArrayList<>();

  @AfterEach
  void forget() {
    RecentBlocks.forget(HOLDER);
  }

  @Test
  void whatCameFromAfarIsReadOnce() {
    RowBlock first = get(HOLDER, 1, false);
    assertThat(get(HOLDER, 1, false)).isSameAs(first);
    get(HOLDER, 2, false);
    assertThat(read).containsExactly(1, 2);
  }

  @Test
  void whatLiesInMemoryAnywayIsNotHeld() {
    get(HOLDER, 1, true);
    get(HOLDER, 1, true);
    assertThat(read).containsExactly(1, 1);
  }

  @Test
  void theSameNumberOfOtherBlocksIsAnotherBlock() {
    RowBlock first = get(HOLDER, 1, false);
    assertThat(get("another", 1, false)).isNotSameAs(first);
    RecentBlocks.forget("another");
  }

  @Test
  void whatWasNotUsedForLongestGoesFirst() {
    get(HOLDER, 0, false);
    for (int chunk = 1; chunk < TOO_MANY; chunk++) {
      get(HOLDER, chunk, false);
      get(HOLDER, 0, false);
    }
    assertThat(read).hasSize(TOO_MANY);
    get(HOLDER, 1, false);
    assertThat(read).hasSize(TOO_MANY + 1);
  }

  @Test
  void whatIsForgottenIsReadAgain() {
    get(HOLDER, 1, false);
    RecentBlocks.forget(HOLDER);
    get(HOLDER, 1, false);
    assertThat(read).containsExactly(1, 1);
  }

  @Test
  void whatIsNowhereIsNotFound() {
    assertThat(RecentBlocks.get(HOLDER, 1, Optional::empty)).isEmpty();
  }

  private RowBlock get(String holder, int chunk, boolean inMemory) {
    return RecentBlocks.get(holder, chunk, () -> Optional.of(read(chunk, inMemory))).orElseThrow();
  }

  private StoredBlocks.Read read(int chunk, boolean inMemory) {
    read.add(chunk);
    return new StoredBlocks.Read(new DenseBlock(1, new double[1], new double[1], null), inMemory);
  }
}
