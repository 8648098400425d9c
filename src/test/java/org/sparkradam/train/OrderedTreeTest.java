package org.sparkradam.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree is a function of the indices alone. */
class OrderedTreeTest {

  @ParameterizedTest
  @CsvSource({
    "'0', '0'",
    "'7', '7'",
    "'0 1', '(0+1)'",
    "'1 2', '(1+2)'",
    "'0 1 2', '((0+1)+2)'",
    "'1 2 3', '(1+(2+3))'",
    "'0 1 2 3 4', '(((0+1)+(2+3))+4)'",
    "'3 4 5 9', '((3+(4+5))+9)'",
    "'0 2147483647', '(0+2147483647)'",
  })
  void nodesCoverAlignedIndicesAndGapsAreLeftOut(String indices, String sum) {
    SortedMap<Integer, String> partials = new TreeMap<>();
    for (String index : indices.split(" ", -1)) {
      partials.put(Integer.valueOf(index), index);
    }
    assertThat(OrderedTree.sum(partials, "(%s+%s)"::formatted)).isEqualTo(sum);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void subtreesSummedElsewhereGiveTheSameBits(int levels) {
    for (int seed = 0; seed < 50; seed++) {
      SortedMap<Integer, Double> partials = partials(seed);
      SortedMap<Integer, Double> roots = new TreeMap<>();
      for (int root : partials.keySet().stream().mapToInt(i -> i >> levels).toArray()) {
        roots.put(
            root,
            OrderedTree.sum(partials.subMap(root << levels, (root + 1) << levels), Double::sum));
      }
      assertThat(OrderedTree.sum(roots, Double::sum))
          .isEqualTo(OrderedTree.sum(partials, Double::sum));
    }
  }

  @Test
  void subtreesOfDifferentHeightsGiveTheSameBits() {
    SortedMap<Integer, Double> partials = partials(1);
    double right = OrderedTree.sum(partials.tailMap(16), Double::sum);
    double left = OrderedTree.sum(partials.headMap(16), Double::sum);
    assertThat(partials.lastKey()).isLessThan(32);
    assertThat(left + right).isEqualTo(OrderedTree.sum(partials, Double::sum));
  }

  /** Or the bits above would be the same whatever the tree. */
  @Test
  void anotherOrderGivesOtherBits() {
    SortedMap<Integer, Double> partials = partials(1);
    double inOrder = partials.values().stream().reduce(0.0, Double::sum);
    assertThat(OrderedTree.sum(partials, Double::sum)).isNotEqualTo(inOrder);
  }

  @Test
  void refusesToSumNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OrderedTree.sum(new TreeMap<Integer, Double>(), Double::sum))
        .withMessage("nothing to sum");
  }

  @Test
  void leavesThePartialsMapAsItWas() {
    SortedMap<Integer, Double> partials = partials(2);
    Map<Integer, Double> before = new TreeMap<>(partials);
    OrderedTree.sum(Collections.unmodifiableSortedMap(partials), Double::sum);
    assertThat(partials).isEqualTo(before);
  }

  /** Up to 32 chunks, about a third of them without a partial, and sums that round. */
  private static SortedMap<Integer, Double> partials(int seed) {
    Random random = new Random(seed);
    SortedMap<Integer, Double> partials = new TreeMap<>();
    IntStream.range(0, 32)
        .filter(i -> i == 3 || random.nextInt(3) > 0)
        .forEach(i -> partials.put(i, random.nextGaussian() * Math.exp(10 * random.nextDouble())));
    return partials;
  }
}
