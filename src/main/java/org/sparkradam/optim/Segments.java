package org.sparkradam.optim;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Weights that belong together, such as those of a layer or all intercepts: neighbours, one segment
 * after the other. What a rule like LAMB takes norms of. Immutable.
 */
public final class Segments implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Segments WHOLE = new Segments(new int[0]);

  /** Where each ends; none for one of all weights. */
  private final int[] ends;

  private Segments(int[] ends) {
    this.ends = ends;
  }

  /**
   * One of all weights, however many there are.
   *
   * @return segments of any number of weights
   */
  public static Segments whole() {
    return WHOLE;
  }

  /**
   * Segments of these lengths.
   *
   * @param lengths in the order of the weights, each at least 1
   * @return segments of as many weights as these lengths sum to
   * @throws IllegalArgumentException if there is none, or one has no weight
   */
  public static Segments ofLengths(int... lengths) {
    Require.atLeast("number of segments", lengths.length, 1);
    int[] ends = lengths.clone();
    for (int i = 0; i < ends.length; i++) {
      Require.atLeast("length of a segment", lengths[i], 1);
      ends[i] += i == 0 ? 0 : ends[i - 1];
    }
    return new Segments(ends);
  }

  /**
   * Where each segment ends, ascending.
   *
   * @throws IllegalArgumentException if they are not of so many weights
   */
  int[] ends(int size) {
    requireSize(size);
    return ends.length == 0 ? new int[] {size} : ends;
  }

  /** Refuses to be of another number of weights. */
  void requireSize(int size) {
    if (ends.length > 0 && ends[ends.length - 1] != size) {
      throw Require.refusal(
          "weights of all segments", ends[ends.length - 1], "the weights', " + size);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Segments that && Arrays.equals(ends, that.ends);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(ends);
  }

  @Override
  public String toString() {
    return ends.length == 0 ? "Segments[whole]" : "Segments[ends=" + Arrays.toString(ends) + "]";
  }
}
