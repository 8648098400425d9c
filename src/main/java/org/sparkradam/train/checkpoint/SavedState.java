package org.sparkradam.train.checkpoint;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Named values that a part of a run leaves for its resumption: arrays, numbers and texts. Parts
 * have names of their own before those of their values. Mutable; not thread-safe.
 */
public final class SavedState {
  private final String prefix;
  private final SortedMap<String, String> facts;
  private final SortedMap<String, double[]> arrays;

  /** Holds nothing yet. */
  public SavedState() {
    this("", new TreeMap<>(), new TreeMap<>());
  }

  private SavedState(
      String prefix, SortedMap<String, String> facts, SortedMap<String, double[]> arrays) {
    this.prefix = prefix;
    this.facts = facts;
    this.arrays = arrays;
  }

  static SavedState of(SortedMap<String, String> facts, SortedMap<String, double[]> arrays) {
    return new SavedState("", facts, arrays);
  }

  /** The values of one part, a view of these. */
  public SavedState part(String name) {
    return new SavedState(prefix + name + ".", facts, arrays);
  }

  /** A text of any letters. */
  public void put(String name, String text) {
    facts.put(prefix + name, text);
  }

  /** A whole number. */
  public void put(String name, long count) {
    put(name, Long.toString(count));
  }

  /** Any number, NaN and infinities included. */
  public void put(String name, double number) {
    put(name, Double.toString(number));
  }

  /** An array, which is not copied. */
  public void put(String name, double[] array) {
    arrays.put(prefix + name, array);
  }

  /**
   * The text of that name.
   *
   * @throws IllegalStateException if there is none
   */
  public String text(String name) {
    return textIfThere(name).orElseThrow(() -> missing(name));
  }

  /** The text of that name, if there is one. */
  public Optional<String> textIfThere(String name) {
    return Optional.ofNullable(facts.get(prefix + name));
  }

  /**
   * The whole number of that name.
   *
   * @throws IllegalStateException if there is none
   */
  public long count(String name) {
    return Long.parseLong(text(name));
  }

  /**
   * The number of that name, with the bits that were put.
   *
   * @throws IllegalStateException if there is none
   */
  public double number(String name) {
    return Double.parseDouble(text(name));
  }

  /**
   * The array of that name, not copied.
   *
   * @throws IllegalStateException if there is none
   */
  public double[] array(String name) {
    double[] array = arrays.get(prefix + name);
    if (array == null) {
      throw missing(name);
    }
    return array;
  }

  /** The arrays of this part by their names in it, in alphabetical order; cannot be changed. */
  public SortedMap<String, double[]> arrays() {
    SortedMap<String, double[]> own = new TreeMap<>();
    arrays.forEach(
        (name, array) -> {
          if (name.startsWith(prefix)) {
            own.put(name.substring(prefix.length()), array);
          }
        });
    return Collections.unmodifiableSortedMap(own);
  }

  SortedMap<String, String> facts() {
    return Collections.unmodifiableSortedMap(facts);
  }

  private IllegalStateException missing(String name) {
    return new IllegalStateException("the checkpoint holds no " + prefix + name);
  }
}
