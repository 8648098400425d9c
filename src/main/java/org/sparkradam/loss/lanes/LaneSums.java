package org.sparkradam.loss.lanes;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Sums of lanes, pairwise. */
final class LaneSums {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_MAX;
  private static final int LANES = SPECIES.length();

  private LaneSums() {}

  /** Adds the sum of each vector's lanes to the entries of {@code to} from {@code toFrom} on. */
  static void add(double[] lanes, int from, int vectors, double[] to, int toFrom) {
    for (int i = 0; i < vectors; i++) {
      to[toFrom + i] += of(lanes, from + i * LANES);
    }
  }

  /** The sum of one vector's lanes. */
  static double of(double[] lanes, int from) {
    return LANES == 8 ? four(lanes, from) + four(lanes, from + 4) : four(lanes, from);
  }

  private static double four(double[] lanes, int at) {
    return (lanes[at] + lanes[at + 1]) + (lanes[at + 2] + lanes[at + 3]);
  }

  /** The sum of an array's part: whole vectors lane by lane, then the rest in order. */
  static double ofAll(double[] values, int from, int length, double[] lanes) {
    int whole = length - length % LANES;
    DoubleVector sums = DoubleVector.zero(SPECIES);
    for (int i = 0; i < whole; i += LANES) {
      sums = DoubleVector.fromArray(SPECIES, values, from + i).add(sums);
    }
    DoubleVector.zero(SPECIES).add(sums).intoArray(lanes, 0);
    double sum = of(lanes, 0);
    for (int i = whole; i < length; i++) {
      sum += values[from + i];
    }
    return sum;
  }
}
