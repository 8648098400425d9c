package org.sparkradam.train;

import java.util.SortedMap;
import java.util.function.BinaryOperator;

/**
 * Sums partials along one fixed binary tree over chunk indices: a node covers 2ⁿ aligned indices
 * and is the left half plus the right one, a half without a partial being left out. Whoever
 * evaluates a part of it, and in whatever order partials arrive, the bits are the same.
 */
public final class OrderedTree {
  private OrderedTree() {}

  /**
   * The sum of all partials, which are by chunk and may be changed by the operator. One half is
   * summed before the other is begun, so that no more sums are there at a time than the tree is
   * high.
   */
  public static <T> T sum(SortedMap<Integer, T> partials, BinaryOperator<T> plus) {
    if (partials.isEmpty()) {
      throw new IllegalArgumentException("nothing to sum");
    }
    int first = partials.firstKey();
    int last = partials.lastKey();
    if (first == last) {
      return partials.get(first);
    }
    int half = Integer.highestOneBit(first ^ last);
    int middle = last & -half;
    return plus.apply(sum(partials.headMap(middle), plus), sum(partials.tailMap(middle), plus));
  }
}
