package org.sparkradam.optim;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that an update rule remembers between steps: how many gradients it has consumed, and named
 * arrays of one number a weight. A checkpoint is nothing but this.
 *
 * <p>Mutable and not thread-safe: one training loop owns it. {@link #arrays()} and {@link #array}
 * hand out the arrays themselves, so that saving a state copies nothing.
 */
public final class RuleState implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int size;
  private final Map<String, double[]> arrays;
  private long steps;

  private RuleState(int size, long steps, Map<String, double[]> arrays) {
    this.size = size;
    this.steps = steps;
    this.arrays = arrays;
  }

  /** A fresh state of zeros for {@code size} weights, no gradient consumed. */
  static RuleState zeros(int size, List<String> names) {
    Require.atLeast("size", size, 0);
    Map<String, double[]> arrays = new LinkedHashMap<>();
    names.forEach(name -> arrays.put(name, new double[size]));
    return new RuleState(size, 0, arrays);
  }

  /**
   * A state as it was saved; the arrays are copied.
   *
   * @param steps gradients consumed, at least 0
   * @param arrays name → one number a weight, at least one array, all of one length
   * @throws IllegalArgumentException if the count is negative, or there is no array, or their
   *     lengths differ
   */
  public static RuleState of(long steps, Map<String, double[]> arrays) {
    Require.atLeast("steps", steps, 0);
    if (arrays.isEmpty()) {
      throw new IllegalArgumentException("a state needs at least one array, but none was given");
    }
    int size = arrays.values().iterator().next().length;
    Map<String, double[]> copies = new LinkedHashMap<>();
    arrays.forEach((name, array) -> copies.put(name, ofLength(size, name, array).clone()));
    return new RuleState(size, steps, copies);
  }

  /** Gradients consumed, skipped and preconditioning ones included. */
  public long steps() {
    return steps;
  }

  /** The number of weights. */
  public int size() {
    return size;
  }

  /** The arrays themselves, by name, in the rule's order; the map cannot be changed. */
  public Map<String, double[]> arrays() {
    return Collections.unmodifiableMap(arrays);
  }

  /**
   * One of the arrays itself.
   *
   * @throws IllegalArgumentException if the state has none of this name
   */
  public double[] array(String name) {
    double[] array = arrays.get(name);
    if (array == null) {
      throw new IllegalArgumentException("no array " + name + " in a state of " + arrays.keySet());
    }
    return array;
  }

  /** The arrays of these names, in their order. */
  double[][] arrays(List<String> names) {
    return names.stream().map(this::array).toArray(double[][]::new);
  }

  /** An independent state with the same content. */
  public RuleState copy() {
    return of(steps, arrays);
  }

  /** Counts one more gradient and returns which it is, from 1. */
  long advance() {
    return ++steps;
  }

  /** Refuses a state that another rule has made. */
  RuleState requireNames(List<String> names) {
    if (!arrays.keySet().equals(Set.copyOf(names))) {
      throw Require.refusal("state", arrays.keySet(), "one of arrays " + names);
    }
    return this;
  }

  private static double[] ofLength(int size, String name, double[] array) {
    if (array.length != size) {
      throw Require.refusal("length of array " + name, array.length, "the other arrays', " + size);
    }
    return array;
  }
}
