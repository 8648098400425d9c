package org.sparkradam.train;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.sparkradam.loss.GradientSums;
import org.sparkradam.loss.WeightLayout;

/**
 * Sums partials of sparse chunks, each of some features, along the {@link OrderedTree}, ranges of
 * features side by side: each number of a partial is read once, and what is written stays in a
 * thread's caches, where pairwise sums would write all features of both at every node. The bits are
 * those of pairwise sums, but for the sign of zeros.
 */
abstract class RangedTree {
  /** Fewer weights than these are summed before threads have begun. */
  private static final int FEW = 1 << 12;

  /** The index of each partial in the tree, ascending. */
  final int[] chunks;

  final List<PartialSums> partials;
  final WeightLayout layout;
  final GradientSums sum;

  /**
   * @param partials by chunk, at least one, each of columns of its own
   * @param layout of all weights
   */
  RangedTree(SortedMap<Integer, PartialSums> partials, WeightLayout layout) {
    this.chunks = partials.keySet().stream().mapToInt(Integer::intValue).toArray();
    this.partials = List.copyOf(partials.values());
    this.layout = layout;
    this.sum = new GradientSums(this.partials.get(0).sums().vectors(), layout.weightCount());
  }

  /**
   * The sum of at least one partial, of all weights, in the way that takes least.
   *
   * @param partials by chunk; may be changed
   * @param layout of all weights
   */
  static GradientSums sum(SortedMap<Integer, PartialSums> partials, WeightLayout layout) {
    if (layout.weightCount() < FEW
        || partials.values().stream().anyMatch(part -> part.columns() == null)) {
      return OrderedTree.sum(partials, (a, b) -> a.plus(b, layout)).whole(layout);
    }
    RangedTree tree =
        TreeByFeature.pays(partials.values(), layout)
            ? new TreeByFeature(partials, layout)
            : new TreeByRange(partials, layout);
    return tree.sum();
  }

  /** The sum of all partials, of all weights. */
  final GradientSums sum() {
    int length = rangeLength();
    IntStream.rangeClosed(0, (layout.features() - 1) / length)
        .parallel()
        .mapToObj(range -> range * length)
        .forEach(first -> addRange(first, Math.min(layout.features(), first + length)));
    addOthers();
    return sum;
  }

  /** Features that are a thread's at a time. */
  abstract int rangeLength();

  /** Adds the weights of the features from the first one to the end. */
  abstract void addRange(int first, int end);

  /** What belongs to no feature. */
  private void addOthers() {
    int tail = layout.tail();
    for (int k = 0; k < sum.vectors(); k++) {
      double[][] gradients = gradients(k);
      double[] to = sum.gradients()[k];
      for (int i = 1; i <= tail; i++) {
        int fromEnd = i;
        to[to.length - i] = ofAll(p -> gradients[p][gradients[p].length - fromEnd]);
      }
      int vector = k;
      sum.losses()[k] = ofAll(p -> partials.get(p).sums().losses()[vector]);
    }
    sum.count(
        ofAll(p -> partials.get(p).sums().weight()),
        partials.stream().mapToLong(part -> part.sums().rows()).sum());
  }

  private double ofAll(IntToDoubleFunction value) {
    int[] all = IntStream.range(0, chunks.length).toArray();
    return ofAll(Arrays.stream(all).mapToDouble(value).toArray(), all, 0, all.length);
  }

  private double ofAll(double[] values, int[] all, int begin, int end) {
    if (end - begin == 1) {
      return values[begin];
    }
    int split = split(all, begin, end);
    return ofAll(values, all, begin, split) + ofAll(values, all, split, end);
  }

  /** Where the second half of the tree over these partials begins, at least two. */
  final int split(int[] parts, int begin, int end) {
    int last = chunks[parts[end - 1]];
    int middle = last & -Integer.highestOneBit(chunks[parts[begin]] ^ last);
    int split = begin + 1;
    while (chunks[parts[split]] < middle) {
      split++;
    }
    return split;
  }

  /** Of each partial the gradient of a weight vector. */
  final double[][] gradients(int vector) {
    return partials.stream().map(part -> part.sums().gradients()[vector]).toArray(double[][]::new);
  }

  /** Of each partial where a feature is among its columns, or where it would be. */
  final int[] places(int feature) {
    return partials.stream().mapToInt(part -> place(part.columns(), feature)).toArray();
  }

  private static int place(int[] columns, int feature) {
    int found = Arrays.binarySearch(columns, feature);
    return found >= 0 ? found : -found - 1;
  }
}
