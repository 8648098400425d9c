package org.sparkradam.block;

import java.util.OptionalInt;

/** How rows become blocks. Immutable. */
public final class IngestSettings {
  private final long seed;
  private final OptionalInt chunks;
  private final IngestScale scale;
  private final TrainingPlace place;

  private IngestSettings(long seed, OptionalInt chunks, IngestScale scale, TrainingPlace place) {
    this.seed = seed;
    this.chunks = chunks;
    this.scale = scale;
    this.place = place;
  }

  /**
   * As many chunks as the bytes ask for, values as they are, blocks on executors.
   *
   * @param seed sets which rows share a chunk, and their order in it
   */
  public static IngestSettings of(long seed) {
    return new IngestSettings(seed, OptionalInt.empty(), IngestScale.NONE, TrainingPlace.EXECUTORS);
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
    return new IngestSettings(seed, OptionalInt.of(number), scale, place);
  }

  /**
   * Factors that values are multiplied by while blocks are built, such as 1/σ. They change neither
   * a row's place nor the fingerprint.
   *
   * @param factors one a feature; copied
   */
  public IngestSettings withScale(double[] factors) {
    return new IngestSettings(
        seed, chunks, new IngestScale(factors.clone(), scale.labelUnit()), place);
  }

  /**
   * A unit that labels are divided by while blocks are built. It changes neither a row's place nor
   * the fingerprint.
   *
   * @param unit above 0
   */
  public IngestSettings withLabelUnit(double unit) {
    return new IngestSettings(seed, chunks, new IngestScale(scale.factors(), unit), place);
  }

  /** Where the blocks go; the blocks are the same. */
  public IngestSettings withPlace(TrainingPlace where) {
    return new IngestSettings(seed, chunks, scale, where);
  }

  TrainingPlace place() {
    return place;
  }

  long seed() {
    return seed;
  }

  OptionalInt chunks() {
    return chunks;
  }

  IngestScale scale() {
    return scale;
  }
}
