package org.sparkradam.optim;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * All that an update rule remembers between steps: how many gradients it has consumed, named arrays
 * of one number a weight, and named numbers. A checkpoint is nothing but this.
 *
 * <p>Mutable and not thread-safe: one training loop owns it. {@link #arrays()} and {@link #array}
 * hand out the arrays themselves, so that saving a state copies nothing.
 */
public final class RuleState implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int size;
  private final Map<String, double[]> arrays;
  private final Map<String, Double> numbers;
  private long steps;

  private RuleState(
      int size, long steps, Map<String, double[]> arrays, Map<String, Double> numbers) {
    this.size = size;
    this.steps = steps;
    this.arrays = arrays;
    this.numbers = numbers;
  }

  /**
   * A fresh state of zeros for {@code size} weights, no gradient consumed.
   *
   * @param size the number of weights, at least 0
   * @param arrays names of those of one number a weight
   * @param numbers names of the others
   * @return a state that the caller owns
   * @throws IllegalArgumentException if {@code size} is negative
   */
  public static RuleState zeros(int size, List<String> arrays, List<String> numbers) {
    Require.atLeast("size", size, 0);
    Map<String, double[]> zeros = new LinkedHashMap<>();
    arrays.forEach(name -> zeros.put(name, new double[size]));
    Map<String, Double> zeroNumbers = new LinkedHashMap<>();
    numbers.forEach(name -> zeroNumbers.put(name, 0.0));
    return new RuleState(size, 0, zeros, zeroNumbers);
  }

  /**
   * A state as it was saved; the arrays are copied.
   *
   * @param steps gradients consumed, at least 0
   * @param arrays name → one number a weight, at least one array, all of one length
   * @return a state that the caller owns
   * @throws IllegalArgumentException if the count is negative, or there is no array, or their
   *     lengths differ
   */
  public static RuleState of(long steps, Map<String, double[]> arrays) {
    return of(steps, arrays, Map.of());
  }

  /**
   * A state as it was saved; arrays and numbers are copied.
   *
   * @param steps gradients consumed, at least 0
   * @param arrays name → one number a weight, at least one array, all of one length
   * @param numbers name → number
   * @return a state that the caller owns
   * @throws IllegalArgumentException if the count is negative, or there is no array, or their
   *     lengths differ
   */
  public static RuleState of(
      long steps, Map<String, double[]> arrays, Map<String, Double> numbers) {
    Require.atLeast("steps", steps, 0);
    if (arrays.isEmpty()) {
      throw new IllegalArgumentException("a state needs at least one array, but none was given");
    }
    int size = arrays.values().iterator().next().length;
    Map<String, double[]> copies = new LinkedHashMap<>();
    arrays.forEach((name, array) -> copies.put(name, ofLength(size, name, array).clone()));
    return new RuleState(size, steps, copies, new LinkedHashMap<>(numbers));
  }

  /**
   * Gradients consumed, skipped and preconditioning ones included.
   *
   * @return at least 0
   */
  public long steps() {
    return steps;
  }

  /** {@return the number of weights} */
  public int size() {
    return size;
  }

  /** {@return the arrays themselves, by name, in the rule's order; the map cannot be changed} */
  public Map<String, double[]> arrays() {
    return Collections.unmodifiableMap(arrays);
  }

  /**
   * One of the arrays itself.
   *
   * @param name as the rule calls it
   * @return one number a weight
   * @throws IllegalArgumentException if the state has none of this name
   */
  public double[] array(String name) {
    double[] array = arrays.get(name);
    if (array == null) {
      throw new IllegalArgumentException("no array " + name + " in a state of " + arrays.keySet());
    }
    return array;
  }

  /** {@return the numbers, by name; the map cannot be changed} */
  public Map<String, Double> numbers() {
    return Collections.unmodifiableMap(numbers);
  }

  /**
   * One of the numbers.
   *
   * @param name as the rule calls it
   * @return its value
   * @throws IllegalArgumentException if the state has none of this name
   */
  public double number(String name) {
    Double number = numbers.get(name);
    if (number == null) {
      throw new IllegalArgumentException(
          "no number " + name + " in a state of " + numbers.keySet());
    }
    return number;
  }

  /**
   * Replaces one of the numbers.
   *
   * @param name as the rule calls it
   * @param value the new one, any number
   * @throws IllegalArgumentException if the state has none of this name
   */
  public void set(String name, double value) {
    number(name);
    numbers.put(name, value);
  }

  /** The arrays of these names, in their order. */
  double[][] arrays(List<String> names) {
    return names.stream().map(this::array).toArray(double[][]::new);
  }

  /** {@return an independent state with the same content} */
  public RuleState copy() {
    return of(steps, arrays, numbers);
  }

  /**
   * Counts one more gradient and returns which it is, from 1; a rule's {@code begin} does it.
   *
   * @return the gradients consumed, from 1
   */
  public long advance() {
    return ++steps;
  }

  /** Refuses a state that another rule has made. */
  RuleState requireOf(UpdateRule rule) {
    if (!arrays.keySet().equals(Set.copyOf(rule.stateNames()))) {
      throw Require.refusal("state", arrays.keySet(), "one of arrays " + rule.stateNames());
    }
    if (!numbers.keySet().equals(Set.copyOf(rule.numberNames()))) {
      throw Require.refusal("state", numbers.keySet(), "one of numbers " + rule.numberNames());
    }
    return this;
  }

  /** Refuses weights and a gradient of other sizes. */
  void requireSizes(int weights, int gradient) {
    if (size != weights || size != gradient) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "sizes must be the same, but were %d in the state, %d of the weights, %d of the"
                  + " gradient",
              size,
              weights,
              gradient));
    }
  }

  /** What of it is an inner rule's: the same arrays. */
  RuleState partOf(UpdateRule inner) {
    Map<String, double[]> some = new LinkedHashMap<>();
    inner.stateNames().forEach(name -> some.put(name, array(name)));
    Map<String, Double> someNumbers = new LinkedHashMap<>();
    inner.numberNames().forEach(name -> someNumbers.put(name, number(name)));
    return new RuleState(size, steps, some, someNumbers);
  }

  /** Goes on from where a part of it has come to. */
  void take(RuleState part) {
    steps = part.steps;
    numbers.putAll(part.numbers);
  }

  private static double[] ofLength(int size, String name, double[] array) {
    if (array.length != size) {
      throw Require.refusal("length of array " + name, array.length, "the other arrays', " + size);
    }
    return array;
  }
}
