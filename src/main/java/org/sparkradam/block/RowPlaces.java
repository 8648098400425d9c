package org.sparkradam.block;

import java.io.Serializable;

/**
 * Where each row goes: a function of the seed and of the row's identity, which is the hash of its
 * content and its number among equal rows.
 *
 * <p>The first of equal rows goes to the chunk that the hash names, its home; the next one to the
 * chunk after, and so on in a circle, so that any number of equal rows spreads evenly and a chunk
 * knows from their number alone which of them are its own.
 */
record RowPlaces(long seed, int chunks) implements Serializable {
  /** The chunk of the first row with this hash. */
  int home(long hash) {
    return (int) Long.remainderUnsigned(Mix.of(Mix.of(seed), hash), chunks);
  }

  /** The first number among equal rows that goes to this chunk; the next is one circle on. */
  int firstIn(int chunk, long hash) {
    return Math.floorMod(chunk - home(hash), chunks);
  }

  /** What the rows of a chunk are sorted by. */
  long order(long hash, long number) {
    return Mix.of(Mix.of(~seed, hash), number);
  }
}
