package org.sparkradam.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkradam.loss.GradientSums;
import org.sparkradam.loss.WeightLayout;

/** Range by range the bits are those of the tree of whole vectors. */
class RangedTreeTest {
  private static final int VECTORS = 2;

  @ParameterizedTest
  @CsvSource({"1, 5, 3", "2, 40, 10", "13, 40, 10", "13, 40000, 900", "64, 33000, 500"})
  void givesTheBitsOfPairwiseSums(int partials, int features, int most) {
    for (int[] runs : new int[][] {{1}, {1, 1, 1}, {1, 4}}) {
      WeightLayout layout = new WeightLayout(features, runs, 2);
      Random random = new Random(partials + features);
      SortedMap<Integer, PartialSums> byChunk = new TreeMap<>();
      while (byChunk.size() < partials) {
        byChunk.put(random.nextInt(3 * partials), partial(random, layout, most));
      }
      GradientSums pairwise =
          OrderedTree.sum(copies(byChunk), (a, b) -> a.plus(b, layout)).whole(layout);
      assertSame(new TreeByFeature(byChunk, layout).sum(), pairwise);
      assertSame(new TreeByRange(byChunk, layout).sum(), pairwise);
      assertSame(RangedTree.sum(copies(byChunk), layout), pairwise);
    }
  }

  private static void assertSame(GradientSums sum, GradientSums expected) {
    assertThat(sum.gradients()).isDeepEqualTo(expected.gradients());
    assertThat(sum.losses()).isEqualTo(expected.losses());
    assertThat(sum.weight()).isEqualTo(expected.weight());
    assertThat(sum.rows()).isEqualTo(expected.rows());
  }

  private static PartialSums partial(Random random, WeightLayout layout, int most) {
    int[] columns =
        random.ints(1 + random.nextInt(most), 0, layout.features()).distinct().sorted().toArray();
    GradientSums sums =
        new GradientSums(VECTORS, layout.withFeatures(columns.length).weightCount());
    for (int k = 0; k < VECTORS; k++) {
      Arrays.setAll(sums.gradients()[k], i -> random.nextGaussian());
      sums.losses()[k] = random.nextGaussian();
    }
    sums.count(random.nextDouble(), random.nextInt(100));
    return new PartialSums(columns, sums);
  }

  /** Pairwise sums use their partials up. */
  private static SortedMap<Integer, PartialSums> copies(SortedMap<Integer, PartialSums> partials) {
    SortedMap<Integer, PartialSums> copies = new TreeMap<>();
    partials.forEach(
        (chunk, partial) -> {
          GradientSums sums = partial.sums();
          GradientSums copy = new GradientSums(VECTORS, sums.weightCount()).merge(sums);
          copies.put(chunk, new PartialSums(partial.columns(), copy));
        });
    return copies;
  }
}
