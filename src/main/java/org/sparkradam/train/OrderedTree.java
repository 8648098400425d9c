package org.sparkradam.train;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * Sums partials along one fixed binary tree over chunk indices: a node covers 2ⁿ aligned indices
 * and is the left half plus the right one, a half without a partial being left out. Whoever
 * evaluates a part of it, and in whatever order partials arrive, the bits are the same.
 */
public final class OrderedTree {
  private OrderedTree() {}

  /** The sum of all partials, which are by chunk and may be changed by the operator. */
  public static <T> T sum(SortedMap<Integer, T> partials, BinaryOperator<T> plus) {
    if (partials.isEmpty()) {
      throw new IllegalArgumentException("nothing to sum");
    }
    SortedMap<Integer, T> level = partials;
    while (level.size() > 1) {
      level = halved(level, plus);
    }
    return level.get(level.firstKey());
  }

  /** Partials of the next level up, by half of their index. */
  private static <T> SortedMap<Integer, T> halved(
      SortedMap<Integer, T> level, BinaryOperator<T> plus) {
    SortedMap<Integer, T> above = new TreeMap<>();
    for (Map.Entry<Integer, T> node : level.entrySet()) {
      above.merge(node.getKey() >> 1, node.getValue(), plus);
    }
    return above;
  }
}
