package org.sparkradam.optim;

import java.io.Serializable;
import java.util.Arrays;

/**
 * How much of a penalty each coordinate bears, for each kind of penalty. Immutable.
 *
 * @param decay of decoupled weight decay
 */
record Factors(OfKind l1, OfKind l2, OfKind decay) implements Serializable {
  /** All coordinates alike, however many there are. */
  static final Factors ONES = new Factors(OfKind.ONES, OfKind.ONES, OfKind.ONES);

  static Factors of(double[] values) {
    OfKind factors = OfKind.of(values);
    return new Factors(factors, factors, factors);
  }

  static Factors of(double[] l1, double[] l2, double[] decay) {
    if (l1.length != l2.length || l1.length != decay.length) {
      throw Require.refusal(
          "number of penalty factors", l2.length + " and " + decay.length, "L1's, " + l1.length);
    }
    return new Factors(OfKind.of(l1), OfKind.of(l2), OfKind.of(decay));
  }

  void requireSize(int size) {
    if (!l1.fits(size)) {
      throw Require.refusal("number of penalty factors", l1.size(), "the weights', " + size);
    }
  }

  @Override
  public String toString() {
    return equals(ONES) ? "" : ", factors=" + l1.size();
  }

  /** A number for each coordinate, kept short where there are few runs of like ones. Immutable. */
  static final class OfKind implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Of weights, then biases, layer by layer, say. */
    private static final int MOST_RUNS = 64;

    /** More than any array has. */
    private static final int ANY_SIZE = Integer.MAX_VALUE;

    /** 1 for each, however many there are. */
    static final OfKind ONES = new OfKind(new double[] {1}, new int[] {ANY_SIZE});

    private final double[] values;

    /** Where the run of each value ends; null where each coordinate has a value of its own. */
    private final int[] runEnds;

    private OfKind(double[] values, int[] runEnds) {
      this.values = values;
      this.runEnds = runEnds;
    }

    /**
     * @param factors one a coordinate; copied
     * @throws IllegalArgumentException if one is negative or not finite
     */
    static OfKind of(double[] factors) {
      check(factors);
      int[] ends = new int[MOST_RUNS];
      int runs = 0;
      for (int i = 0; i < factors.length; i++) {
        if (i + 1 == factors.length || factors[i] != factors[i + 1]) {
          if (runs == MOST_RUNS) {
            return new OfKind(factors.clone(), null);
          }
          ends[runs++] = i + 1;
        }
      }
      int[] runEnds = Arrays.copyOf(ends, runs);
      double[] values = Arrays.stream(runEnds).mapToDouble(end -> factors[end - 1]).toArray();
      return new OfKind(values, runEnds);
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
      return other instanceof OfKind that
          && Arrays.equals(values, that.values)
          && Arrays.equals(runEnds, that.runEnds);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(values) + 31 * Arrays.hashCode(runEnds);
    }
  }
}
