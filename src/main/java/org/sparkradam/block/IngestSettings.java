package org.sparkradam.block;

import java.util.OptionalInt;

/** How rows become blocks. Immutable. */
public final class IngestSettings {
  private final long seed;
  private final OptionalInt chunks;
  private final FeatureScale scale;

  private IngestSettings(long seed, OptionalInt chunks, FeatureScale scale) {
    this.seed = seed;
    this.chunks = chunks;
    this.scale = scale;
  }

  /**
   * As many chunks as the bytes ask for, values as they are.
   *
   * @param seed sets which rows share a chunk, and their order in it
   */
  public static IngestSettings of(long seed) {
    return new IngestSettings(seed, OptionalInt.empty(), FeatureScale.NONE);
  }

  /**
   * A number of chunks, such as that of the run that is resumed; may exceed the rows.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public IngestSettings withChunks(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("chunks must be at least 1, but was " + number);
    }
    return new IngestSettings(seed, OptionalInt.of(number), scale);
  }

  /**
   * Factors that values are multiplied by while blocks are built, such as 1/σ. They change neither
   * a row's place nor the fingerprint.
   *
   * @param factors one a feature; copied
   */
  public IngestSettings withScale(double[] factors) {
    return new IngestSettings(seed, chunks, new FeatureScale(factors.clone()));
  }

  long seed() {
    return seed;
  }

  OptionalInt chunks() {
    return chunks;
  }

  FeatureScale scale() {
    return scale;
  }
}
