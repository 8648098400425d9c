package org.sparkradam.table.synthetic;

/**
 * The random numbers of one row after the other: SplitMix64 started afresh for each row from a hash
 * of seed and row number.
 *
 * <p>Java's own generators promise no sequence from one release to the next, and {@code Math} no
 * last bit from one processor to the next; a table must be the same everywhere.
 *
 * @see <a href="https://doi.org/10.1145/2660193.2660195">Steele, Lea and Flood, Fast splittable
 *     pseudorandom number generators, 2014</a>
 */
final class RowRandom {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;
  private double spare = Double.NaN;

  /** Starts the row's own sequence. */
  RowRandom restart(long seed, long row) {
    state = mix(mix(seed + GOLDEN_GAMMA) ^ mix(row * GOLDEN_GAMMA));
    spare = Double.NaN;
    return this;
  }

  /** Uniform on (0, 1), neither end included, so that a logarithm of it is finite. */
  double uniform() {
    state += GOLDEN_GAMMA;
    return ((mix(state) >>> 11) + 0.5) * 0x1.0p-53;
  }

  /** Uniform on 0 … {@code bound} - 1. */
  int below(int bound) {
    return (int) (uniform() * bound);
  }

  /** Standard normal, by Marsaglia's polar method, which makes two at a time. */
  double gaussian() {
    if (!Double.isNaN(spare)) {
      double kept = spare;
      spare = Double.NaN;
      return kept;
    }
    double u;
    double v;
    double square;
    do {
      u = 2 * uniform() - 1;
      v = 2 * uniform() - 1;
      square = u * u + v * v;
    } while (square >= 1 || square == 0);
    double factor = Math.sqrt(-2 * StrictMath.log(square) / square);
    spare = v * factor;
    return u * factor;
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }
}
