package org.sparkradam.block;

/**
 * Hashing of 64-bit words with the finalizer of SplitMix64 (Steele, Lea and Flood 2014,
 * doi:10.1145/2660193.2660195). Ours, so that no version of Spark or Java moves a row.
 */
final class Mix {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private Mix() {}

  /** A bijection in which every bit of the word stirs every bit of the result. */
  static long of(long word) {
    long z = word + GOLDEN;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** The hash of a sequence: its head's hash, then one word more. The two are not alike. */
  static long of(long head, long word) {
    return of(Long.rotateLeft(head, 32) ^ of(word));
  }
}
