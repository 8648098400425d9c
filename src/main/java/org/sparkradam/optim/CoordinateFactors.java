package org.sparkradam.optim;

import java.io.Serializable;
import java.util.Arrays;

/** A number for each coordinate, kept short where there are few runs of like ones. Immutable. */
final class CoordinateFactors implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Of weights, then biases, layer by layer, say. */
  private static final int MOST_RUNS = 64;

  /** More than any array has. */
  private static final int ANY_SIZE = Integer.MAX_VALUE;

  /** 1 for each, however many there are. */
  static final CoordinateFactors ONES =
      new CoordinateFactors(new double[] {1}, new int[] {ANY_SIZE});

  private final double[] values;

  /** Where the run of each value ends; null where each coordinate has a value of its own. */
  private final int[] runEnds;

  private CoordinateFactors(double[] values, int[] runEnds) {
    this.values = values;
    this.runEnds = runEnds;
  }

  /**
   * @param factors one a coordinate; copied
   * @throws IllegalArgumentException if one is negative or not finite
   */
  static CoordinateFactors of(double[] factors) {
    check(factors);
    int[] ends = new int[MOST_RUNS];
    int runs = 0;
    for (int i = 0; i < factors.length; i++) {
      if (i + 1 == factors.length || factors[i] != factors[i + 1]) {
        if (runs == MOST_RUNS) {
          return new CoordinateFactors(factors.clone(), null);
        }
        ends[runs++] = i + 1;
      }
    }
    int[] runEnds = Arrays.copyOf(ends, runs);
    double[] values = Arrays.stream(runEnds).mapToDouble(end -> factors[end - 1]).toArray();
    return new CoordinateFactors(values, runEnds);
  }

  double at(int i) {
    return values[runEnds == null ? i : run(i)];
  }

  /** Writes the factors of some neighbours, from 0 on. */
  void copy(int from, int length, double[] into) {
    if (runEnds == null) {
      System.arraycopy(values, from, into, 0, length);
    } else {
      fillRuns(from, length, into);
    }
  }

  boolean fits(int coordinates) {
    return size() == coordinates || size() == ANY_SIZE;
  }

  /** How many coordinates there are. */
  int size() {
    if (runEnds == null) {
      return values.length;
    }
    return runEnds.length == 0 ? 0 : runEnds[runEnds.length - 1];
  }

  private void fillRuns(int from, int length, double[] into) {
    int done = 0;
    for (int run = run(from); done < length; run++) {
      int end = Math.min(length, runEnds[run] - from);
      Arrays.fill(into, done, end, values[run]);
      done = end;
    }
  }

  private int run(int i) {
    int place = Arrays.binarySearch(runEnds, i + 1);
    return place < 0 ? -place - 1 : place;
  }

  private static void check(double[] factors) {
    for (int i = 0; i < factors.length; i++) {
      if (!(factors[i] >= 0 && factors[i] < Double.POSITIVE_INFINITY)) {
        Require.nonNegative(
            "factor " + i, factors[i]); // a name for each takes longer than all else
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CoordinateFactors that
        && Arrays.equals(values, that.values)
        && Arrays.equals(runEnds, that.runEnds);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values) + 31 * Arrays.hashCode(runEnds);
  }
}
